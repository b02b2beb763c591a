package dev.strake.bridge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code strake} itself. */
@Command(
    name = "strake",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Builds container images from Dockerfiles with BuildKit.")
final class StrakeCommand implements Runnable {

  @Option(
      names = Program.DEBUG,
      scope = ScopeType.INHERIT,
      description = "Show stack traces and the libraries' own log lines.")
  private boolean debug;

  @Spec private CommandSpec spec = CommandSpec.create();

  boolean debug() {
    return debug;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }
}
