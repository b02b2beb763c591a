package dev.strake.bridge.cli;

/** What a command's exit code says. Ctrl-C gives 130, as every program that a signal ends. */
final class ExitCode {

  /** It was done. */
  static final int OK = 0;

  /** It failed: the build, or a check that found something. */
  static final int FAILED = 1;

  /** The command line makes no sense. */
  static final int USAGE = 2;

  private ExitCode() {}
}
