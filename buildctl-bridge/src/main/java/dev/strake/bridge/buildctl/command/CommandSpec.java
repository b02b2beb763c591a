package dev.strake.bridge.buildctl.command;

import java.util.ArrayList;
import java.util.List;

/**
 * A command: what it is called, what it takes, what it does.
 *
 * @param names the full one first
 * @param synopsis in place of the usage line that is made of the rest; empty for that
 * @param arguments how the usage line names the arguments; empty for not at all
 * @param hidden whether the lists leave it out
 * @param action absent for a command that only holds others
 */
public record CommandSpec(
    List<String> names,
    String usage,
    String synopsis,
    String arguments,
    boolean hidden,
    List<Flag> flags,
    List<CommandSpec> subcommands,
    Action action) {

  /** What a command does. */
  @FunctionalInterface
  public interface Action {
    /** Shows the help, which is what a command does that only holds others. */
    Action HELP = parsed -> {};

    void run(ParsedCommand parsed) throws Exception;
  }

  static final Flag HELP_FLAG = Flag.of(Flag.Kind.SWITCH, "help", "show help").or("h");

  public CommandSpec {
    names = List.copyOf(names);
    flags = List.copyOf(flags);
    subcommands = List.copyOf(subcommands);
  }

  /** A command that does something. */
  public static CommandSpec of(String name, String usage, List<Flag> flags, Action action) {
    return new CommandSpec(List.of(name), usage, "", "", false, flags, List.of(), action);
  }

  /** A command that only holds others. */
  public static CommandSpec group(String name, String usage, List<Flag> flags, List<CommandSpec> subcommands) {
    return new CommandSpec(List.of(name), usage, "", "", false, flags, subcommands, Action.HELP);
  }

  /** The same with a second name. */
  public CommandSpec or(String name) {
    List<String> more = new ArrayList<>(names);
    more.add(name);
    return new CommandSpec(more, usage, synopsis, arguments, hidden, flags, subcommands, action);
  }

  /** The same with lines of its own under USAGE. */
  public CommandSpec withSynopsis(String text) {
    return new CommandSpec(names, usage, text, arguments, hidden, flags, subcommands, action);
  }

  /** The same with its arguments named in the usage line. */
  public CommandSpec withArguments(String text) {
    return new CommandSpec(names, usage, synopsis, text, hidden, flags, subcommands, action);
  }

  /** The same, left out of lists. */
  public CommandSpec hide() {
    return new CommandSpec(names, usage, synopsis, arguments, true, flags, subcommands, action);
  }

  String name() {
    return names.getFirst();
  }

  boolean isGroup() {
    return !subcommands.isEmpty();
  }
}
