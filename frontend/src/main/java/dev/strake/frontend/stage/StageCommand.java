package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.instruction.Command;
import java.util.List;

/**
 * A command, and the nodes that it takes files from.
 *
 * @param place where it is written; for a trigger the {@code FROM} that sets it off
 * @param sources nodes of the graph: that of {@code COPY --from}, or one for each mount of {@code RUN}
 * @param trigger whether it comes from an {@code ONBUILD}
 */
public record StageCommand(Command command, Place place, List<Integer> sources, boolean trigger) {
  public StageCommand {
    sources = List.copyOf(sources);
  }
}
