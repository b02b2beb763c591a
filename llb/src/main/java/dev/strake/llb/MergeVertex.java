package dev.strake.llb;

import java.util.List;

/** Lays trees over one another. */
public final class MergeVertex implements Vertex {
  private final List<Output> inputs;
  private final Constraints constraints;

  MergeVertex(List<Output> inputs, Constraints constraints) {
    this.inputs = List.copyOf(inputs);
    this.constraints = constraints;
  }

  /** From the lowest to the highest; at least two. */
  public List<Output> inputs() {
    return inputs;
  }

  @Override
  public Constraints constraints() {
    return constraints;
  }
}
