package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Gives files that were received their mode, times and extended attributes. They belong to who receives them. */
final class FileMetadata {

  /** The reference sets it and loses it by what it does next: the kernel takes it from a file whose owner is set. */
  private static final String CAPABILITY = "security.capability";

  private FileMetadata() {}

  /** For what is no symbolic link. */
  static void apply(Path file, Stat stat) throws IOException {
    writeXattrs(file, stat.getXattrsMap());
    Files.setAttribute(file, "unix:mode", GoFileMode.permissionsToUnix(stat.getMode()));
    Files.setLastModifiedTime(file, modified(stat));
  }

  /** A link's own time; its mode means nothing. */
  static void applyToLink(Path link, Stat stat) throws IOException {
    FileTime time = modified(stat);
    Files.getFileAttributeView(link, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(time, time, null);
  }

  private static FileTime modified(Stat stat) {
    return FileTime.from(stat.getModTime(), TimeUnit.NANOSECONDS);
  }

  /** As far as the platform can: a file is more useful without them than not at all. */
  private static void writeXattrs(Path file, Map<String, ByteString> xattrs) {
    xattrs.forEach(
        (name, value) -> {
          if (name.equals(CAPABILITY)) {
            return;
          }
          try {
            ExtendedAttributes.ofThisPlatform().write(file, name, value);
          } catch (IOException e) {
            // The file system keeps none, or this user may not.
          }
        });
  }
}
