package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;

/** {@code WORKDIR}. */
public record WorkdirCommand(Statement statement, String path) implements Command {
  @Override
  public Outcome<WorkdirCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    return words.orElse(new WorkdirCommand(statement, words.expand(path)));
  }
}
