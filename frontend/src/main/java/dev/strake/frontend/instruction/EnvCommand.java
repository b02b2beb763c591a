package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** {@code ENV}. */
public record EnvCommand(Statement statement, List<KeyValuePair> env) implements Command {
  public EnvCommand {
    env = List.copyOf(env);
  }
}
