package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;

/** {@code STOPSIGNAL}. */
public record StopSignalCommand(Statement statement, String signal) implements Command {
  @Override
  public Outcome<StopSignalCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    return words.orElse(new StopSignalCommand(statement, words.expand(signal)));
  }
}
