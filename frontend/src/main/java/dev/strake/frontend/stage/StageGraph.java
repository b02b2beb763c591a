package dev.strake.frontend.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * The stages of a file, the images that files are taken from, and who needs whom. Immutable.
 *
 * <p>A node's base comes before it, but its dependencies may come behind: that is an error only where they are used.
 *
 * @param nodes by index
 * @param target the index of the stage to build
 */
public record StageGraph(List<StageNode> nodes, int target) {

  public StageGraph {
    nodes = List.copyOf(nodes);
  }

  public StageNode node(int index) {
    return nodes.get(index);
  }

  public StageNode targetNode() {
    return nodes.get(target);
  }

  /** The indices of the nodes that the target needs, its own among them. */
  public BitSet reachable() {
    BitSet reached = new BitSet(nodes.size());
    Deque<Integer> open = new ArrayDeque<>();
    open.push(target);
    while (!open.isEmpty()) {
      int index = open.pop();
      if (reached.get(index)) {
        continue;
      }
      reached.set(index);
      StageNode node = nodes.get(index);
      node.dependencies().keySet().forEach(open::push);
      node.base().ifPresent(open::push);
    }
    return reached;
  }

  /** The names that progress shows, of the nodes that have one. */
  public List<String> displayNames() {
    List<String> names = new ArrayList<>();
    for (StageNode node : nodes) {
      if (!node.displayName().isEmpty()) {
        names.add(node.displayName());
      }
    }
    return names;
  }
}
