package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.CommandSyntax;
import dev.strake.bridge.cli.argument.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All commands, by their names, of which some have two words. A command is made only when it is run. */
final class Commands {

  static final Option HELP = new Option(List.of("-h", "--help"), "", true, "Show this.");
  static final Option VERSION = new Option(List.of("-V", "--version"), "", true, "Show the version.");
  static final Option DEBUG = Option.flag("--debug", "Show stack traces and the libraries' own log lines.");

  private final Map<String, Function<Session, Command>> commands = new LinkedHashMap<>();

  Commands() {
    commands.put("build", BuildCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("daemon start", DaemonCommands::start);
    commands.put("daemon status", DaemonCommands::status);
    commands.put("daemon stop", DaemonCommands::stop);
    commands.put("daemon logs", DaemonCommands::logs);
    commands.put("daemon install", DaemonCommands::install);
    commands.put("debug tokens", DebugCommands::tokens);
    commands.put("debug ast", DebugCommands::ast);
    commands.put("debug stages", DebugCommands::stages);
    commands.put("debug llb", LlbCommand::new);
  }

  List<String> names() {
    return new ArrayList<>(commands.keySet());
  }

  Optional<Command> find(String name, Session session) {
    return Optional.ofNullable(commands.get(name)).map(maker -> maker.apply(session));
  }

  /** The help of the program. */
  String help(Session session) {
    StringBuilder text = new StringBuilder("Usage: strake COMMAND [OPTIONS]\n\nBuilds container images from Dockerfiles with BuildKit.\n\n");
    commands.forEach(
        (name, maker) -> {
          CommandSyntax syntax = maker.apply(session).syntax();
          text.append("  %-16s %s%n".formatted(name, syntax.description()));
        });
    return text.append("\n  --help           Show this, or with a command its options.\n")
        .append("  --version        Show the version.\n")
        .append("  --debug          Show stack traces.\n")
        .toString();
  }
}
