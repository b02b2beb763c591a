package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;

/** {@code USER}. */
public record UserCommand(Statement statement, String user) implements Command {
  @Override
  public Outcome<UserCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    return words.orElse(new UserCommand(statement, words.expand(user)));
  }
}
