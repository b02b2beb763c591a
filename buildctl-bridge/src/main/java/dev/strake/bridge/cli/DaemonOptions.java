package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Option;
import java.util.List;

/** Which daemon to use. */
final class DaemonOptions {

  static final Option ADDRESS =
      Option.single(
          "--addr",
          "ADDRESS",
          "The BuildKit daemon: unix:///path/to/buildkitd.sock or tcp://HOST:PORT (default: BUILDKIT_HOST, then the usual"
              + " sockets, then a daemon of Strake's own).");

  static final Option NO_INSTALL =
      Option.flag("--no-install", "Never install what a daemon of Strake's own needs.");

  static final Option NO_START = Option.flag("--no-start", "Never start a daemon.");

  static final List<Option> ALL = List.of(ADDRESS, NO_INSTALL, NO_START);

  private DaemonOptions() {}
}
