package dev.strake.llb;

/**
 * How a blob is stored as a file. Immutable.
 *
 * @param file how it is stored
 * @param store where the layout is, for a blob of one
 */
public record BlobOptions(
    FileInfo file,
    OciStore store,
    Constraints constraints) {
  public static final BlobOptions NONE =
      new BlobOptions(FileInfo.NONE, OciStore.NONE, Constraints.NONE);

  public BlobOptions withFile(FileInfo value) {
    return new BlobOptions(value, store, constraints);
  }

  public BlobOptions withStore(OciStore value) {
    return new BlobOptions(file, value, constraints);
  }

  public BlobOptions withConstraints(Constraints value) {
    return new BlobOptions(file, store, value);
  }
}
