package dev.strake.llb;

/**
 * How a fetched file is stored. Immutable.
 *
 * @param filename empty for the name in the URL
 * @param perm permission bits; 0 for the default
 */
public record FileInfo(
    String filename,
    int perm,
    int uid,
    int gid) {
  public static final FileInfo NONE =
      new FileInfo("", 0, 0, 0);

  public FileInfo withFilename(String value) {
    return new FileInfo(value, perm, uid, gid);
  }

  public FileInfo withPerm(int value) {
    return new FileInfo(filename, value, uid, gid);
  }

  public FileInfo withUid(int value) {
    return new FileInfo(filename, perm, value, gid);
  }

  public FileInfo withGid(int value) {
    return new FileInfo(filename, perm, uid, value);
  }
}
