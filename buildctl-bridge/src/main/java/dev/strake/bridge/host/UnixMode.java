package dev.strake.bridge.host;

/** What a file is, in the upper bits of its {@code unix:mode}. Constants only: a start loads no class for them. */
public final class UnixMode {

  /** The bits that say what it is. */
  public static final int TYPE = 0170000;

  public static final int SOCKET = 0140000;
  public static final int SYMLINK = 0120000;
  public static final int BLOCK_DEVICE = 0060000;
  public static final int DIRECTORY = 0040000;
  public static final int CHARACTER_DEVICE = 0020000;
  public static final int NAMED_PIPE = 0010000;

  private UnixMode() {}
}
