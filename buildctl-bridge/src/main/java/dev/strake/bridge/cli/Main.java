package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.ArgumentReader;
import dev.strake.bridge.cli.argument.CommandSyntax;
import dev.strake.bridge.cli.argument.HelpText;
import dev.strake.bridge.cli.argument.UsageException;
import dev.strake.bridge.host.Host;
import dev.strake.grammar.diagnostics.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogManager;

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
    List<String> words = new ArrayList<>(List.of(args));
    boolean debug = words.removeIf(word -> Commands.DEBUG.names().contains(word));
    if (!debug) {
      // What the libraries log is not for users: what matters comes as an error.
      LogManager.getLogManager().reset();
    }
    try {
      return dispatch(session, words);
    } catch (Exception e) {
      return new FailureReport(session.streams().err(), debug).print(e);
    }
  }

  private static int dispatch(Session session, List<String> words) throws Exception {
    Commands commands = new Commands();
    if (words.isEmpty()) {
      throw new UsageException("a command is missing", "the commands are " + String.join(", ", commands.names()));
    }
    String first = words.getFirst();
    if (Commands.VERSION.names().contains(first)) {
      session.streams().out().println(version());
      return ExitCode.OK;
    }
    if (Commands.HELP.names().contains(first)) {
      session.streams().out().print(commands.help(session));
      return ExitCode.OK;
    }
    for (int count = 1; count <= Math.min(2, words.size()); count++) {
      Optional<Command> command = commands.find(String.join(" ", words.subList(0, count)), session);
      if (command.isPresent()) {
        return run(session, command.get(), words.subList(count, words.size()));
      }
    }
    throw unknown(commands, words);
  }

  private static int run(Session session, Command command, List<String> words) throws Exception {
    CommandSyntax syntax = command.syntax();
    if (words.stream().anyMatch(Commands.HELP.names()::contains)) {
      session.streams().out().print(HelpText.of(syntax));
      return ExitCode.OK;
    }
    return command.run(new ArgumentReader(syntax).read(words));
  }

  private static UsageException unknown(Commands commands, List<String> words) {
    String first = words.getFirst();
    List<String> below = commands.names().stream().filter(name -> name.startsWith(first + " ")).toList();
    if (!below.isEmpty()) {
      String meant = words.size() > 1 ? first + " " + words.get(1) : first;
      String problem = words.size() > 1 ? "there is no command " + meant : "which " + first + " command?";
      return new UsageException(problem, suggestion(meant, below));
    }
    return new UsageException("there is no command " + first, suggestion(first, commands.names()));
  }

  private static String suggestion(String meant, List<String> names) {
    return Suggestions.search(meant, names, true)
        .map(near -> "did you mean " + near + "?")
        .orElse("the commands are " + String.join(", ", names));
  }

  private static String version() {
    Optional<String> version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
    return "strake " + version.orElse("(built from classes)");
  }
}
