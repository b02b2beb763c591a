package dev.strake.frontend.lower;

import dev.strake.llb.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the nodes that are done, for the commands that take some of them. Not thread-safe. */
final class FinishedStages {

  private final Map<Integer, State> states = new HashMap<>();

  void add(int node, State state) {
    states.put(node, state);
  }

  /** A node's files; absent where it comes later. */
  Optional<State> state(int node) {
    return Optional.ofNullable(states.get(node));
  }
}
