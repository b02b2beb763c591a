package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** {@code EXPOSE}: the ports as written, sorted by their UTF-8 bytes. */
public record ExposeCommand(Statement statement, List<String> ports) implements Command {
  public ExposeCommand {
    ports = List.copyOf(ports);
  }
}
