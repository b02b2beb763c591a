package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** {@code ARG}. */
public record ArgCommand(Statement statement, List<ArgDefinition> args) implements Command {
  public ArgCommand {
    args = List.copyOf(args);
  }
}
