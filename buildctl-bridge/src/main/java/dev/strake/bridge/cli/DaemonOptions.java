package dev.strake.bridge.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which daemon to use, and whether to make one. Filled in by picocli. */
final class DaemonOptions {

  @Mixin private AddressOption where = new AddressOption();

  @Option(names = "--no-install", description = "Never install what a daemon of Strake's own needs.")
  boolean noInstall;

  @Option(names = "--no-start", description = "Never start a daemon.")
  boolean noStart;

  /** The daemon that was named; absent to find one. */
  Optional<String> address() {
    return where.address();
  }
}
