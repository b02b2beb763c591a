package dev.strake.bridge.cli;

import dev.strake.bridge.host.Host;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: reads the command line, runs a command, and ends with its exit code. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    ShutdownGuard guard = new ShutdownGuard();
    Session session = new Session(Host.current(), Streams.ofProcess(), Path.of("").toAbsolutePath(), guard);
    int exitCode = run(session, args);
    session.streams().out().flush();
    session.streams().err().flush();
    guard.finish();
    System.exit(exitCode);
  }

  /** Runs a command to its end. */
  static int run(Session session, String... args) {
    StrakeCommand strake = new StrakeCommand();
    CommandLine line = new CommandLine(strake);
    line.addSubcommand(new BuildCommand(session));
    line.addSubcommand(new CheckCommand(session));
    line.addSubcommand(new DaemonCommand(session));
    line.addSubcommand(new CommandLine(new DebugCommand(session)).addSubcommand(new LlbCommand(session)));
    line.setOut(new PrintWriter(session.streams().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.streams().err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(110);
    line.setParameterExceptionHandler((wrong, words) -> usage(session, wrong));
    line.setExecutionExceptionHandler(
        (failure, command, result) -> new FailureReport(session.streams().err(), strake.debug()).print(failure));
    return line.execute(args);
  }

  private static int usage(Session session, ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    session.streams().err().println("strake: " + wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream().findFirst().ifPresent(near -> {
        session.streams().err().println("  did you mean " + near + "?");
      });
    }
    session.streams().err().println("  see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }
}
