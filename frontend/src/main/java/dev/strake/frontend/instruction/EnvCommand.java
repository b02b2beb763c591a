package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;
import java.util.List;

/** {@code ENV}. */
public record EnvCommand(Statement statement, List<KeyValuePair> env) implements Command {
  public EnvCommand {
    env = List.copyOf(env);
  }

  @Override
  public Outcome<EnvCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    return words.orElse(new EnvCommand(statement, KeyValuePair.expanded(env, words)));
  }
}
