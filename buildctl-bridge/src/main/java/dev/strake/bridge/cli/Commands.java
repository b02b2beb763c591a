package dev.strake.bridge.cli;

import dev.strake.bridge.host.Session;
import dev.strake.bridge.trace.CommandTrace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands by name. Each is made when it is asked for: reading a command's annotations takes time. */
final class Commands {

  private Commands() {}

  static Map<String, Supplier<Object>> all(Session session, CommandTrace trace) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("build", () -> new BuildCommand(session, trace));
    commands.put("check", () -> new CheckCommand(session, trace));
    commands.put(Program.BUILDCTL, () -> new BuildctlCommand());
    commands.put("daemon", () -> new DaemonCommand(session));
    commands.put(
        "debug", () -> new CommandLine(new DebugCommand(session)).addSubcommand(new LlbCommand(session, trace)));
    commands.put("completion", () -> new CompletionCommand(session));
    commands.put("man", () -> new ManCommand(session));
    return commands;
  }

  /** The program with all its commands, for what speaks of them. */
  static CommandLine tree(Session session) {
    CommandLine root = new CommandLine(new StrakeCommand());
    all(session, CommandTrace.none()).forEach((name, command) -> root.addSubcommand(command.get()));
    return root;
  }
}
