package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import java.util.List;

/** {@code VOLUME}. */
public record VolumeCommand(Statement statement, List<String> volumes) implements Command {
  public VolumeCommand {
    volumes = List.copyOf(volumes);
  }
}
