package dev.strake.bridge.cli;

import dev.strake.bridge.buildctl.Buildctl;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.host.Streams;
import dev.strake.grammar.diagnostics.Suggestions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

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
    if (args.length > 0 && args[0].equals(BuildctlCommand.NAME)) {
      return buildctl(session, List.of(args).subList(1, args.length));
    }
    StrakeCommand strake = new StrakeCommand();
    CommandLine line = new CommandLine(strake);
    addSubcommands(line, session, List.of(args));
    line.setOut(new PrintWriter(session.streams().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.streams().err(), true, StandardCharsets.UTF_8));
    // As docker's: the last one counts.
    line.setOverwrittenOptionsAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(110);
    line.setParameterExceptionHandler((wrong, words) -> usage(session, wrong));
    line.setExecutionExceptionHandler(
        (failure, command, result) -> new FailureReport(session, strake.debug()).print(failure));
    if (!List.of(args).contains(StrakeCommand.DEBUG)) {
      // What the libraries log is not for users: what matters comes as an error.
      LogManager.getLogManager().reset();
    }
    return line.execute(args);
  }

  /** Its command line is Go's, which picocli does not read. */
  private static int buildctl(Session session, List<String> words) {
    LogManager.getLogManager().reset();
    return new Buildctl(session, VersionText.version().orElse("unreleased")).run(words);
  }

  /** The one that is asked for is enough, unless none is. */
  private static void addSubcommands(CommandLine line, Session session, List<String> words) {
    Map<String, Supplier<Object>> commands = Commands.all(session);
    Optional<String> named = words.stream().filter(word -> !word.startsWith("-")).findFirst();
    Set<String> needed = named.filter(commands::containsKey).map(Set::of).orElse(commands.keySet());
    needed.forEach(name -> line.addSubcommand(commands.get(name).get()));
  }

  private static int usage(Session session, ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    Optional<String> unknown =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getUnmatched().stream().findFirst()
            : Optional.empty();
    // What stands behind an unknown option may be its value: nothing is wrong with it.
    String message =
        unknown.filter(word -> word.startsWith("-")).map(word -> "Unknown option: '" + word + "'")
            .orElse(wrong.getMessage());
    session.streams().err().println("strake: " + message);
    unknown.flatMap(word -> Suggestions.search(word.split("=", 2)[0], names(command), true))
        .ifPresent(near -> session.streams().err().println("  did you mean " + near + "?"));
    session.streams().err().println("  see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  /** The words that a command knows. */
  private static List<String> names(CommandLine command) {
    return Stream.concat(
            command.getSubcommands().keySet().stream(), command.getCommandSpec().optionsMap().keySet().stream())
        .toList();
  }
}
