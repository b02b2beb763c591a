package dev.strake.frontend.instruction;

import dev.strake.frontend.ast.Statement;
import dev.strake.frontend.expand.Expander;
import java.util.List;

/** {@code VOLUME}. */
public record VolumeCommand(Statement statement, List<String> volumes) implements Command {
  public VolumeCommand {
    volumes = List.copyOf(volumes);
  }

  @Override
  public Outcome<VolumeCommand> expanded(Expander expander) {
    FirstFailure words = new FirstFailure(expander);
    return words.orElse(new VolumeCommand(statement, words.expand(volumes)));
  }
}
