package dev.strake.bridge.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An archive in a file. It grows under a name of its own in the same folder and gets the right one when the build has
 * succeeded. What is no regular file, such as a device, is written to as it is.
 */
public final class ArchiveFile implements ExportTarget.Archive {

  private static final int BUFFER_BYTES = 256 * 1024;

  private final Path file;
  private @Nullable Path growing;
  private @Nullable OutputStream stream;

  public ArchiveFile(Path file) {
    this.file = file;
  }

  @Override
  public synchronized OutputStream open() throws IOException {
    if (stream != null) {
      throw new IOException("the daemon sent the archive " + file + " twice");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      stream = Files.newOutputStream(file, StandardOpenOption.WRITE);
      return stream;
    }
    // A link's target is replaced, not the link.
    Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    growing = real.resolveSibling("." + real.getFileName() + ".tmp." + Ids.next());
    stream =
        new BufferedOutputStream(
            Files.newOutputStream(growing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES);
    return stream;
  }

  @Override
  public synchronized void commit() throws IOException {
    if (growing != null) {
      Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Files.move(growing, real, StandardCopyOption.ATOMIC_MOVE);
      growing = null;
    }
  }

  @Override
  public synchronized void discard() {
    try {
      if (stream != null) {
        stream.close();
      }
    } catch (IOException e) {
      // It was to be thrown away.
    }
    try {
      if (growing != null) {
        Files.deleteIfExists(growing);
      }
    } catch (IOException e) {
      // There is an error already, and it says more.
    }
  }
}
