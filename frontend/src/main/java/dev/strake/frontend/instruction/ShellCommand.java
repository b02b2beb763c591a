package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** {@code SHELL}. */
public record ShellCommand(Statement statement, List<String> shell) implements Command {
  public ShellCommand {
    shell = List.copyOf(shell);
  }
}
