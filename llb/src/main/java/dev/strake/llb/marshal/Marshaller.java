package dev.strake.llb.marshal;

import dev.strake.llb.State;

/** Turns graphs into definitions. Has no state; thread-safe. */
public final class Marshaller {
  private Marshaller() {}

  /**
   * Marshals a state's tree with all that it needs, inputs before use.
   *
   * @throws MarshalException if a vertex cannot be marshalled
   */
  public static Definition marshal(State state, MarshalOptions options) {
    throw new UnsupportedOperationException(state.dir() + options);
  }
}
