package dev.strake.frontend.lower;

import dev.strake.frontend.stage.GlobalArgs;
import dev.strake.frontend.stage.StageGraph;
import java.util.Map;

/** A compiled image, and what its stages tell about themselves. */
public final class CompiledStages {

  private final CompiledImage image;
  private final StageGraph graph;
  private final GlobalArgs globals;
  private final Map<Integer, LoweredStage> stages;

  CompiledStages(CompiledImage image, StageGraph graph, GlobalArgs globals, Map<Integer, LoweredStage> stages) {
    this.image = image;
    this.graph = graph;
    this.globals = globals;
    this.stages = stages;
  }

  public CompiledImage image() {
    return image;
  }

  StageGraph graph() {
    return graph;
  }

  GlobalArgs globals() {
    return globals;
  }

  /** The nodes that are lowered, by index. */
  Map<Integer, LoweredStage> stages() {
    return stages;
  }
}
