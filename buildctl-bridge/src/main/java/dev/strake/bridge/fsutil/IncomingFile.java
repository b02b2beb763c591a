package dev.strake.bridge.fsutil;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.fsutil.Stat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file on its way in: it grows under a name of its own and gets the right one when it is whole. */
final class IncomingFile {

  private final Path target;
  private final Path growing;
  private final Stat stat;
  private @Nullable OutputStream stream;

  IncomingFile(Path target, Path growing, Stat stat) {
    this.target = target;
    this.growing = growing;
    this.stat = stat;
  }

  void write(ByteString data) throws IOException {
    OutputStream open = open();
    try {
      data.writeTo(open);
    } catch (IOException e) {
      throw new IOException("failed to write " + target + ": " + e.getMessage(), e);
    }
  }

  /** Opened when the first bytes come, so that no more files are open than are being sent. */
  private OutputStream open() throws IOException {
    if (stream == null) {
      stream = Files.newOutputStream(growing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
    return stream;
  }

  void complete() throws IOException {
    open().close();
    FileMetadata.apply(growing, stat);
    Replacement.move(growing, target);
  }

  void discard() {
    if (stream == null) {
      return;
    }
    try {
      stream.close();
      Files.deleteIfExists(growing);
    } catch (IOException e) {
      // There is an error already, and it says more.
    }
  }
}
