package dev.strake.llb;

import java.util.OptionalInt;

/**
 * How an image is fetched. Immutable.
 *
 * @param resolveMode when its registry is asked
 * @param recordType {@code internal} to keep it out of what users see; empty for none
 * @param layerLimit how many layers to use
 * @param checksum the digest that the image must have; empty for any
 */
public record ImageOptions(
    ResolveMode resolveMode,
    String recordType,
    OptionalInt layerLimit,
    String checksum,
    Constraints constraints) {
  public static final ImageOptions NONE =
      new ImageOptions(ResolveMode.DEFAULT, "", OptionalInt.empty(), "", Constraints.NONE);

  public ImageOptions withResolveMode(ResolveMode value) {
    return new ImageOptions(value, recordType, layerLimit, checksum, constraints);
  }

  public ImageOptions withRecordType(String value) {
    return new ImageOptions(resolveMode, value, layerLimit, checksum, constraints);
  }

  public ImageOptions withLayerLimit(int value) {
    return new ImageOptions(resolveMode, recordType, OptionalInt.of(value), checksum, constraints);
  }

  public ImageOptions withChecksum(String value) {
    return new ImageOptions(resolveMode, recordType, layerLimit, value, constraints);
  }

  public ImageOptions withConstraints(Constraints value) {
    return new ImageOptions(resolveMode, recordType, layerLimit, checksum, value);
  }
}
