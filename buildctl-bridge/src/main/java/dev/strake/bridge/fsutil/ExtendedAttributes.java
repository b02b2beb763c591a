package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The extended attributes of files and folders, by their whole names, such as {@code security.capability}. Not for
 * symbolic links, pipes and devices: the platform opens what it looks at.
 */
interface ExtendedAttributes {

  /** All namespaces where this program may use what the JDK has for it, as the launcher sees to; else {@code user.}. */
  static ExtendedAttributes ofThisPlatform() {
    return Holder.PLATFORM;
  }

  /**
   * Reads all; none of a file system that keeps none.
   *
   * @throws IOException when the file may not be opened
   */
  Map<String, ByteString> read(Path file) throws IOException;

  /**
   * Writes one; does nothing for a namespace that cannot be reached.
   *
   * @throws IOException when the file system keeps none, or this user may not
   */
  void write(Path file, String name, ByteString value) throws IOException;

  /** Made when it is first needed. */
  final class Holder {
    private static final ExtendedAttributes PLATFORM = choose();

    private Holder() {}

    private static ExtendedAttributes choose() {
      return SystemAttributes.open().<ExtendedAttributes>map(all -> all).orElseGet(UserAttributes::new);
    }
  }
}
