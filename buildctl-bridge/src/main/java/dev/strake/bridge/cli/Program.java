package dev.strake.bridge.cli;

import dev.strake.bridge.host.Session;
import dev.strake.bridge.trace.CommandTrace;
import dev.strake.grammar.diagnostics.Suggestions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
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
    CommandTrace trace;
    try {
      trace = new CommandTrace(session.host().environment(), "strake", Release.NUMBER);
    } catch (IllegalArgumentException unknown) {
      session.streams().err().println("strake: " + unknown.getMessage());
      session.streams().err().println("  OTEL_TRACES_EXPORTER and its like say where spans go to");
      return ExitCode.USAGE;
    }
    int exitCode = line(trace, List.of(args)).execute(args);
    // What there is to read is read before anybody waits for who takes the trace.
    session.streams().out().flush();
    session.streams().err().flush();
    trace.end();
    return exitCode;
  }

  private CommandLine line(CommandTrace trace, List<String> words) {
    StrakeCommand strake = new StrakeCommand();
    CommandLine line = new CommandLine(strake);
    addSubcommands(line, trace, words);
    line.setOut(new PrintWriter(session.streams().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(session.streams().err(), true, StandardCharsets.UTF_8));
    // As docker's: the last one counts.
    line.setOverwrittenOptionsAllowed(true);
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(110);
    line.setParameterExceptionHandler((wrong, given) -> usage(wrong));
    line.setExecutionExceptionHandler(
        (failure, command, result) -> {
          trace.fail(String.valueOf(failure.getMessage()));
          return new FailureReport(session, strake.debug()).print(failure);
        });
    line.setExecutionStrategy(parsed -> run(parsed, trace));
    return line;
  }

  private static int run(ParseResult parsed, CommandTrace trace) {
    ParseResult command = parsed.subcommand();
    if (command != null && !command.isUsageHelpRequested()) {
      trace.begin(command.commandSpec().name(), wordsWithoutValues(parsed));
    }
    return new RunLast().execute(parsed);
  }

  /** The names of commands and options: values may be secrets, and who takes a trace keeps it. */
  private static List<String> wordsWithoutValues(ParseResult parsed) {
    List<String> words = new ArrayList<>();
    for (ParseResult level = parsed; level != null; level = level.subcommand()) {
      if (level != parsed) {
        words.add(level.commandSpec().name());
      }
      level.matchedOptions().stream().map(OptionSpec::longestName).distinct().forEach(words::add);
    }
    return words;
  }

  /** The one that is asked for is enough, unless none is. */
  private void addSubcommands(CommandLine line, CommandTrace trace, List<String> words) {
    Map<String, Supplier<Object>> commands = Commands.all(session, trace);
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
