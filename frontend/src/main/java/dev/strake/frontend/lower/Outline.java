package dev.strake.frontend.lower;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import java.util.List;

/**
 * What a target can be given. The lists are in the order of their places.
 *
 * @param name the stage's name; empty for none
 * @param description what the comment above the stage says; empty for none
 */
public record Outline(String name, String description, List<Argument> arguments, List<Mount> secrets, List<Mount> ssh) {

  public Outline {
    arguments = List.copyOf(arguments);
    secrets = List.copyOf(secrets);
    ssh = List.copyOf(ssh);
  }

  /**
   * A build argument.
   *
   * @param description what the comment above it says; empty for none
   * @param value the default; empty for none
   */
  public record Argument(String name, String description, String value, List<LineRange> location) {
    public Argument {
      location = List.copyOf(location);
    }
  }

  /** A secret or an SSH agent, by its id. */
  public record Mount(String name, boolean required, List<LineRange> location) {
    public Mount {
      location = List.copyOf(location);
    }
  }
}
