package dev.strake.bridge.fsutil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What {@code lstat} tells of a file.
 *
 * @param mode Unix mode bits, type and all
 * @param device the number of a device file
 * @param modifiedNanos nanoseconds since 1970
 */
record UnixAttributes(int mode, long inode, int links, long device, long size, long modifiedNanos) {

  private static final String WANTED = "unix:mode,ino,nlink,rdev,size,lastModifiedTime";

  static UnixAttributes read(Path file) throws IOException {
    Map<String, Object> read = Files.readAttributes(file, WANTED, LinkOption.NOFOLLOW_LINKS);
    return new UnixAttributes(
        (Integer) read.get("mode"),
        (Long) read.get("ino"),
        (Integer) read.get("nlink"),
        (Long) read.get("rdev"),
        (Long) read.get("size"),
        ((FileTime) read.get("lastModifiedTime")).to(TimeUnit.NANOSECONDS));
  }

  int goMode() {
    return GoFileMode.ofUnix(mode);
  }

  boolean isDirectory() {
    return GoFileMode.isDirectory(goMode());
  }

  boolean isRegular() {
    return GoFileMode.isRegular(goMode());
  }

  boolean isSymlink() {
    return GoFileMode.isSymlink(goMode());
  }

  long deviceMajor() {
    return (device >> 8) & 0xfff;
  }

  long deviceMinor() {
    return (device & 0xff) | ((device >> 12) & 0xfff00);
  }
}
