package dev.strake.llb;

import java.util.Optional;

/** What makes one tree out of another. */
public final class DiffVertex implements Vertex {
  private final Output lower;
  private final Optional<Output> upper;
  private final Constraints constraints;

  DiffVertex(Output lower, Optional<Output> upper, Constraints constraints) {
    this.lower = lower;
    this.upper = upper;
    this.constraints = constraints;
  }

  public Output lower() {
    return lower;
  }

  /** The tree with the changes; empty for scratch. */
  public Optional<Output> upper() {
    return upper;
  }

  @Override
  public Constraints constraints() {
    return constraints;
  }
}
