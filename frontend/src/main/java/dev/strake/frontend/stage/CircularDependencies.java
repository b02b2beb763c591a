package dev.strake.frontend.stage;

import dev.strake.frontend.ast.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds stages that take files from each other in a circle. */
final class CircularDependencies {

  private CircularDependencies() {}

  /**
   * A circle and the way to it.
   *
   * @param start the stage that the search began with
   * @param path the commands on the way, the one that closes the circle last
   */
  record Circle(StageNode start, List<Place> path) {}

  /** The first circle that there is; searched from stage to stage in order. */
  static Optional<Circle> find(StageGraph graph) {
    BitSet visited = new BitSet();
    for (StageNode node : graph.nodes()) {
      Optional<Circle> circle = visited.get(node.index()) ? Optional.empty() : search(graph, node, visited);
      if (circle.isPresent()) {
        return circle;
      }
    }
    return Optional.empty();
  }

  /** A node on the way, the dependencies of it that are still to visit, and the command that led to it. */
  private record Step(int node, Iterator<Map.Entry<Integer, Place>> open, Optional<Place> by) {}

  private static Optional<Circle> search(StageGraph graph, StageNode start, BitSet visited) {
    Deque<Step> way = new ArrayDeque<>();
    BitSet onWay = new BitSet();
    enter(graph, start.index(), Optional.empty(), way, visited, onWay);
    while (!way.isEmpty()) {
      Step step = way.getLast();
      if (!step.open.hasNext()) {
        way.removeLast();
        onWay.clear(step.node);
        continue;
      }
      Map.Entry<Integer, Place> next = step.open.next();
      if (onWay.get(next.getKey())) {
        List<Place> path = new ArrayList<>();
        way.forEach(each -> each.by.ifPresent(path::add));
        path.add(next.getValue());
        return Optional.of(new Circle(start, path));
      }
      if (!visited.get(next.getKey())) {
        enter(graph, next.getKey(), Optional.of(next.getValue()), way, visited, onWay);
      }
    }
    return Optional.empty();
  }

  private static void enter(
      StageGraph graph, int node, Optional<Place> by, Deque<Step> way, BitSet visited, BitSet onWay) {
    visited.set(node);
    onWay.set(node);
    way.addLast(new Step(node, graph.node(node).dependencies().entrySet().iterator(), by));
  }
}
