package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Gives files that were received their mode, times and extended attributes. They belong to who receives them. */
final class FileMetadata {

  private static final String XATTR_PREFIX = "user.";

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
          if (!name.startsWith(XATTR_PREFIX)) {
            return;
          }
          try {
            Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .write(name.substring(XATTR_PREFIX.length()), value.asReadOnlyByteBuffer());
          } catch (IOException | UnsupportedOperationException e) {
            // The file system keeps none.
          }
        });
  }
}
