package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** A {@code FROM} and the commands behind it. */
public record Stage(From from, List<Command> commands) {
  public Stage {
    commands = List.copyOf(commands);
  }

  /** The name, lower-cased; empty where it has none. */
  public String name() {
    return from.stageName();
  }

  public String baseName() {
    return from.baseName();
  }

  public String platform() {
    return from.platform();
  }

  public String docComment() {
    return from.docComment();
  }

  public Statement statement() {
    return from.statement();
  }
}
