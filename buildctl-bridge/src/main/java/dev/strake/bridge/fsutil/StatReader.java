package dev.strake.bridge.fsutil;

import dev.strake.bridge.fsutil.LocalTree.Entry;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the protocol's description of an entry. Owner and group stay 0: who owns a file on this side means nothing to a
 * build, and the reference's client sends none either. Remembers hard links during one walk.
 */
final class StatReader {

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

  private static void readXattrs(Path file, Stat.Builder stat) {
    try {
      stat.putAllXattrs(ExtendedAttributes.ofThisPlatform().read(file));
    } catch (IOException e) {
      // A file that may not be opened, or a file system without attributes, has none to show.
    }
  }
}
