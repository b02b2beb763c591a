package dev.strake.frontend.stage;

import dev.strake.llb.Constraints;

/** Steps that no instruction of the file stands for. */
public final class InternalSteps {

  private InternalSteps() {}

  /** What is told beside the op of such a step. */
  public static Constraints named(String name) {
    return Constraints.NONE.withCustomName("[internal] " + name);
  }
}
