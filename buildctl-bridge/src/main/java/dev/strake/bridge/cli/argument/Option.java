package dev.strake.bridge.cli.argument;

import java.util.List;

/**
 * An option of a command.
 *
 * @param names such as {@code -t} and {@code --tag}; the long one last
 * @param parameter what the help calls its value; empty for a switch, which has none
 * @param repeatable whether it may be given more than once
 * @param description for the help
 */
public record Option(List<String> names, String parameter, boolean repeatable, String description) {

  public Option {
    names = List.copyOf(names);
  }

  /** An option without a value. */
  public static Option flag(String name, String description) {
    return new Option(List.of(name), "", true, description);
  }

  /** An option with a value, given once. */
  public static Option single(String names, String parameter, String description) {
    return new Option(List.of(names.split(" ")), parameter, false, description);
  }

  /** An option with a value, given as often as wanted. */
  public static Option repeated(String names, String parameter, String description) {
    return new Option(List.of(names.split(" ")), parameter, true, description + " Repeatable.");
  }

  /** The name to speak of it by. */
  public String name() {
    return names.getLast();
  }

  boolean isFlag() {
    return parameter.isEmpty();
  }
}
