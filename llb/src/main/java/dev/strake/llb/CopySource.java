package dev.strake.llb;

import java.util.List;

/** Where a copy takes its files from. */
public sealed interface CopySource {

  static CopySource of(State state) {
    return new OfState(state);
  }

  /**
   * What actions make of a state, without an op of their own. The same object used twice is done once.
   *
   * @param actions the actions, in order; at least one
   */
  static CopySource of(List<FileAction> actions, State state) {
    return new OfActions(actions, state);
  }

  /** A tree. */
  record OfState(State state) implements CopySource {}

  /** What actions make of a tree. Compared by identity. */
  final class OfActions implements CopySource {
    private final List<FileAction> actions;
    private final State state;

    private OfActions(List<FileAction> actions, State state) {
      this.actions = List.copyOf(actions);
      this.state = state;
    }

    public List<FileAction> actions() {
      return actions;
    }

    public State state() {
      return state;
    }
  }
}
