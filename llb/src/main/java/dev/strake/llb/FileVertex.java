package dev.strake.llb;

import java.util.List;

/** Changes a tree by a row of actions. */
public final class FileVertex implements Vertex {
  private final State base;
  private final List<FileAction> actions;
  private final Constraints constraints;

  FileVertex(State base, List<FileAction> actions, Constraints constraints) {
    this.base = base;
    this.actions = List.copyOf(actions);
    this.constraints = constraints;
  }

  /** The tree before. */
  public State base() {
    return base;
  }

  public List<FileAction> actions() {
    return actions;
  }

  @Override
  public Constraints constraints() {
    return constraints;
  }
}
