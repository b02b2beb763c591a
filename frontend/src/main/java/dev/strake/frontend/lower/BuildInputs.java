package dev.strake.frontend.lower;

import dev.strake.frontend.stage.ResolvedStages;
import dev.strake.frontend.stage.StageNode;
import dev.strake.llb.State;
import java.util.HashMap;
import java.util.Map;

/**
 * The trees that commands take files from, beside the stage's own: the main context and other nodes. Keeps what is done
 * and what is used; not thread-safe.
 */
final class BuildInputs {

  private final State mainContext;
  private final FinishedStages finished = new FinishedStages();
  private final UsedPaths used = new UsedPaths();
  private final Map<Integer, Integer> roots = new HashMap<>();

  /** @param mainContext stands for the main context until its used paths are known */
  BuildInputs(State mainContext, ResolvedStages stages) {
    this.mainContext = mainContext;
    for (StageNode node : stages.graph().nodes()) {
      int base = node.base().orElse(node.index());
      roots.put(node.index(), roots.getOrDefault(base, base));
    }
  }

  State mainContext() {
    return mainContext;
  }

  FinishedStages finished() {
    return finished;
  }

  UsedPaths used() {
    return used;
  }

  /** The node that the chain of a node's bases begins with. */
  int root(int node) {
    return roots.getOrDefault(node, node);
  }
}
