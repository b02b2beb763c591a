package dev.strake.bridge.fsutil;

import dev.strake.bridge.host.UnixMode;

/** Go's {@code os.FileMode}, which the protocol carries, and the modes of Unix. */
final class GoFileMode {

  static final int DIR = 1 << 31;
  static final int SYMLINK = 1 << 27;
  static final int DEVICE = 1 << 26;
  static final int NAMED_PIPE = 1 << 25;
  static final int SETUID = 1 << 23;
  static final int SETGID = 1 << 22;
  static final int CHAR_DEVICE = 1 << 21;
  static final int STICKY = 1 << 20;

  private static final int SOCKET = 1 << 24;
  private static final int IRREGULAR = 1 << 19;
  private static final int TYPE = DIR | SYMLINK | DEVICE | NAMED_PIPE | SOCKET | CHAR_DEVICE | IRREGULAR;
  private static final int PERMISSIONS = 0777;

  private static final int UNIX_SETUID = 04000;
  private static final int UNIX_SETGID = 02000;
  private static final int UNIX_STICKY = 01000;

  private GoFileMode() {}

  /** A socket comes out as a regular file, as the reference sends it. */
  static int ofUnix(int mode) {
    int type =
        switch (mode & UnixMode.TYPE) {
          case UnixMode.DIRECTORY -> DIR;
          case UnixMode.SYMLINK -> SYMLINK;
          case UnixMode.BLOCK_DEVICE -> DEVICE;
          case UnixMode.CHARACTER_DEVICE -> DEVICE | CHAR_DEVICE;
          case UnixMode.NAMED_PIPE -> NAMED_PIPE;
          default -> 0;
        };
    return type
        | (mode & PERMISSIONS)
        | ((mode & UNIX_SETUID) != 0 ? SETUID : 0)
        | ((mode & UNIX_SETGID) != 0 ? SETGID : 0)
        | ((mode & UNIX_STICKY) != 0 ? STICKY : 0);
  }

  /** What {@code chmod} takes. */
  static int permissionsToUnix(int mode) {
    return (mode & PERMISSIONS)
        | ((mode & SETUID) != 0 ? UNIX_SETUID : 0)
        | ((mode & SETGID) != 0 ? UNIX_SETGID : 0)
        | ((mode & STICKY) != 0 ? UNIX_STICKY : 0);
  }

  static boolean isDirectory(int mode) {
    return (mode & DIR) != 0;
  }

  static boolean isSymlink(int mode) {
    return (mode & SYMLINK) != 0;
  }

  /** Whether both sides of the protocol take it for a file whose content can be asked for. */
  static boolean isRegular(int mode) {
    return (mode & TYPE) == 0;
  }
}
