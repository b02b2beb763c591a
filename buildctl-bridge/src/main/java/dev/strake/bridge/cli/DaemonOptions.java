package dev.strake.bridge.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which daemon to use. Filled in by picocli. */
final class DaemonOptions {

  @Option(
      names = "--addr",
      paramLabel = "ADDRESS",
      description = "The BuildKit daemon: unix:///path/to/buildkitd.sock or tcp://HOST:PORT (default: BUILDKIT_HOST,"
          + " then the usual sockets, then a daemon of Strake's own).")
  @Nullable String address;

  @Option(names = "--no-install", description = "Never install what a daemon of Strake's own needs.")
  boolean noInstall;

  @Option(names = "--no-start", description = "Never start a daemon.")
  boolean noStart;
}
