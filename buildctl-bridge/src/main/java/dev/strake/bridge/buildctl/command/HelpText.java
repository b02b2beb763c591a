package dev.strake.bridge.buildctl.command;

import dev.strake.llb.go.GoTabWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The help of a command, in the sections and columns that scripts know. */
final class HelpText {

  private static final int GAP = 2;
  private static final String MARGIN = "   ";

  private final CommandSpec help;

  /** @param help the command that shows the root's help, which stands in its list */
  HelpText(CommandSpec help) {
    this.help = help;
  }

  /** The help of the program. */
  String root(CommandSpec root, List<Flag> flags, ProgramVersion version) {
    List<CommandSpec> commands = new ArrayList<>(root.subcommands());
    commands.add(help);
    return "NAME:\n" + MARGIN + root.name() + " - " + root.usage()
        + "\n\nUSAGE:\n" + MARGIN + root.name() + " [global options] [command [command options]]"
        + "\n\nVERSION:\n" + MARGIN + version.version()
        + "\n\nCOMMANDS:\n" + commands(commands)
        + "\nGLOBAL OPTIONS:\n" + options(flags);
  }

  /** The help of a command that holds others. */
  String group(String path, CommandSpec spec, List<Flag> flags) {
    return "NAME:\n" + MARGIN + path + " - " + spec.usage()
        + "\n\nUSAGE:\n" + MARGIN + path + " [command [command options]]"
        + "\n\nCOMMANDS:\n" + commands(spec.subcommands())
        + "\nOPTIONS:\n" + options(flags);
  }

  /** The help of a command that does something. */
  String command(String path, CommandSpec spec, List<Flag> flags, List<Flag> global) {
    return "NAME:\n" + MARGIN + path + " - " + spec.usage()
        + "\n\nUSAGE:\n" + MARGIN + synopsis(path, spec, flags)
        + (flags.isEmpty() ? "\n" : "\n\nOPTIONS:\n" + options(flags))
        + "\nGLOBAL OPTIONS:\n" + options(global);
  }

  private static String synopsis(String path, CommandSpec spec, List<Flag> flags) {
    if (!spec.synopsis().isEmpty()) {
      return spec.synopsis().replace("\n", "\n" + MARGIN);
    }
    return path
        + (flags.isEmpty() ? "" : " [options]")
        + (spec.arguments().isEmpty() ? "" : " " + spec.arguments());
  }

  private static String commands(List<CommandSpec> commands) {
    return GoTabWriter.align(
        commands.stream()
            .filter(command -> !command.hidden())
            .map(command -> MARGIN + String.join(", ", command.names()) + "\t" + command.usage() + "\n")
            .collect(Collectors.joining()),
        GAP);
  }

  private static String options(List<Flag> flags) {
    return GoTabWriter.align(
        flags.stream()
            .map(flag -> MARGIN + flag.synopsis() + "\t" + flag.explanation() + "\n")
            .collect(Collectors.joining()),
        GAP);
  }
}
