package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;
import java.util.List;

/** {@code LABEL}. */
public record LabelCommand(Statement statement, List<KeyValuePair> labels) implements Command {
  public LabelCommand {
    labels = List.copyOf(labels);
  }

  @Override
  public Outcome<LabelCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    return words.orElse(new LabelCommand(statement, KeyValuePair.expanded(labels, words)));
  }
}
