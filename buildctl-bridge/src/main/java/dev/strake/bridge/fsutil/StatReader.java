package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import dev.strake.bridge.fsutil.LocalTree.Entry;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the protocol's description of an entry. Owner and group stay 0: who owns a file on this side means nothing to a
 * build, and the reference's client sends none either. Remembers hard links during one walk.
 */
final class StatReader {

  private static final String XATTR_PREFIX = "user.";

  private final Map<Long, String> firstPathOfInode = new HashMap<>();

  Stat read(Entry entry) throws IOException {
    UnixAttributes attributes = entry.attributes();
    Stat.Builder stat =
        Stat.newBuilder()
            .setPath(entry.path())
            .setMode(attributes.goMode())
            .setModTime(attributes.modifiedNanos());
    if (!attributes.isDirectory()) {
      stat.setSize(attributes.size())
          .setDevmajor(attributes.deviceMajor())
          .setDevminor(attributes.deviceMinor())
          .setLinkname(linkName(entry));
    }
    // To look, the platform opens the file, which for a pipe or a device is not without effect.
    if (attributes.isDirectory() || attributes.isRegular()) {
      readXattrs(entry.file(), stat);
    }
    return stat.build();
  }

  private String linkName(Entry entry) throws IOException {
    if (entry.attributes().isSymlink()) {
      return Files.readSymbolicLink(entry.file()).toString();
    }
    if (entry.attributes().links() < 2) {
      return "";
    }
    String first = firstPathOfInode.putIfAbsent(entry.attributes().inode(), entry.path());
    return first == null ? "" : first;
  }

  /** Only attributes of the user's namespace: the platform shows no others. */
  private static void readXattrs(Path file, Stat.Builder stat) {
    try {
      UserDefinedFileAttributeView view =
          Files.getFileAttributeView(file, UserDefinedFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
      List<String> names = view == null ? List.of() : view.list();
      for (String name : names) {
        ByteBuffer value = ByteBuffer.allocate(view.size(name));
        view.read(name, value);
        stat.putXattrs(XATTR_PREFIX + name, ByteString.copyFrom(value.flip()));
      }
    } catch (IOException e) {
      // A file that may not be opened, or a file system without attributes, has none to show.
    }
  }
}
