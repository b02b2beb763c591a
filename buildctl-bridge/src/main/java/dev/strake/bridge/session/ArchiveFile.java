package dev.strake.bridge.session;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
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
  private volatile boolean whole;

  public ArchiveFile(Path file) {
    this.file = file;
  }

  @Override
  public void check() throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    if (replaced()) {
      WritableFolder.check(real().getParent());
    }
  }

  /** Whether a new file takes its place: a device or a pipe stays. */
  private boolean replaced() {
    return !Files.exists(file) || Files.isRegularFile(file);
  }

  /** A link's target is replaced, not the link. */
  private Path real() throws IOException {
    return Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public synchronized OutputStream open() throws IOException {
    if (stream != null) {
      throw new IOException("the daemon sent the archive " + file + " twice");
    }
    if (!replaced()) {
      stream = Files.newOutputStream(file, StandardOpenOption.WRITE);
      return stream;
    }
    Path real = real();
    growing = real.resolveSibling("." + real.getFileName() + ".tmp." + Ids.next());
    stream =
        new BufferedOutputStream(
            Files.newOutputStream(growing, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), BUFFER_BYTES);
    return new Whole(stream);
  }

  /** Closed when the daemon has sent all of it. */
  private final class Whole extends FilterOutputStream {
    Whole(OutputStream stream) {
      super(stream);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
      whole = true;
    }
  }

  @Override
  public synchronized void commit() throws IOException {
    if (growing != null) {
      if (!whole) {
        discard();
        throw new IOException("failed to write " + file + ": the daemon ended the build before the archive was whole");
      }
      Files.move(growing, real(), StandardCopyOption.ATOMIC_MOVE);
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
