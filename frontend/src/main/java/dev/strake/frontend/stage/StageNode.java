package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A node of the stage graph.
 *
 * @param index its place in the graph
 * @param displayName what progress calls it; may be empty
 * @param base the stage that it begins with; absent for an image, a context or nothing
 * @param steps the number of steps that progress counts
 * @param dependencies the nodes that its commands take files from, in the order of first use, each with its last use
 */
public record StageNode(
    int index,
    StageHead head,
    String displayName,
    OptionalInt base,
    int steps,
    List<StageCommand> commands,
    Map<Integer, Place> dependencies) {
  public StageNode {
    commands = List.copyOf(commands);
    // There may be a node for each mount, and those of mounts from nowhere depend on nothing.
    dependencies =
        dependencies.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(dependencies));
  }

  /** Whether it is no stage of the file, but an image that files are taken from. */
  public boolean isImage() {
    return head.stage().isEmpty();
  }
}
