package dev.strake.bridge.cli;

import dev.strake.bridge.host.Session;
import dev.strake.grammar.diagnostics.Suggestions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/** {@code strake} with its own commands. */
final class Program {

  /** The option's name. */
  static final String DEBUG = "--debug";

  /** The name of BuildKit's own client, and of the command that is it. */
  static final String BUILDCTL = "buildctl";

  private final Session session;

  Program(Session session) {
    this.session = session;
  }

  /** Runs a command to its end, and returns the exit code. */
  int run(String... args) {
    StrakeCommand strake = new StrakeCommand();
    CommandLine line = new CommandLine(strake);
    addSubcommands(line, List.of(args));
    line.setOut(new PrintWriter(session.streams().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.streams().err(), true, StandardCharsets.UTF_8));
    // As docker's: the last one counts.
    line.setOverwrittenOptionsAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(110);
    line.setParameterExceptionHandler((wrong, words) -> usage(wrong));
    line.setExecutionExceptionHandler(
        (failure, command, result) -> new FailureReport(session, strake.debug()).print(failure));
    return line.execute(args);
  }

  /** The one that is asked for is enough, unless none is. */
  private void addSubcommands(CommandLine line, List<String> words) {
    Map<String, Supplier<Object>> commands = Commands.all(session);
    Optional<String> named = words.stream().filter(word -> !word.startsWith("-")).findFirst();
    Set<String> needed = named.filter(commands::containsKey).map(Set::of).orElse(commands.keySet());
    needed.forEach(name -> line.addSubcommand(commands.get(name).get()));
  }

  private int usage(ParameterException wrong) {
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
