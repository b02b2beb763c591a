package dev.strake.llb;

import java.util.OptionalInt;

/**
 * How an image of an OCI layout is used. Immutable.
 *
 * @param store where the layout is
 * @param layerLimit how many layers to use
 */
public record OciLayoutOptions(
    OciStore store,
    OptionalInt layerLimit,
    Constraints constraints) {
  public static final OciLayoutOptions NONE =
      new OciLayoutOptions(OciStore.NONE, OptionalInt.empty(), Constraints.NONE);

  public OciLayoutOptions withStore(OciStore value) {
    return new OciLayoutOptions(value, layerLimit, constraints);
  }

  public OciLayoutOptions withLayerLimit(int value) {
    return new OciLayoutOptions(store, OptionalInt.of(value), constraints);
  }

  public OciLayoutOptions withConstraints(Constraints value) {
    return new OciLayoutOptions(store, layerLimit, value);
  }
}
