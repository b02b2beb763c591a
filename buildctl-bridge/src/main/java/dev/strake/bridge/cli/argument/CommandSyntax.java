package dev.strake.bridge.cli.argument;

import java.util.List;
import java.util.Optional;

/**
 * What may stand behind a command's name.
 *
 * @param name such as {@code daemon start}
 * @param description for the help
 * @param operand the one word that is no option, which is then needed; absent where there is none
 * @param options in the order of the help
 * @param footer further lines of the help
 */
public record CommandSyntax(
    String name, String description, Optional<Operand> operand, List<Option> options, List<String> footer) {

  public CommandSyntax {
    options = List.copyOf(options);
    footer = List.copyOf(footer);
  }

  /** A command with options only. */
  public static CommandSyntax of(String name, String description, Option... options) {
    return new CommandSyntax(name, description, Optional.empty(), List.of(options), List.of());
  }

  public CommandSyntax with(Operand word) {
    return new CommandSyntax(name, description, Optional.of(word), options, footer);
  }

  public CommandSyntax withFooter(String... lines) {
    return new CommandSyntax(name, description, operand, options, List.of(lines));
  }

  /** The word that is no option. */
  public record Operand(String name, String description) {}
}
