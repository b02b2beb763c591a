package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** {@code LABEL}. */
public record LabelCommand(Statement statement, List<KeyValuePair> labels) implements Command {
  public LabelCommand {
    labels = List.copyOf(labels);
  }
}
