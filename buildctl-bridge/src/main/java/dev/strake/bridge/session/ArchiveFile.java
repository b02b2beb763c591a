package dev.strake.bridge.session;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An archive in a file. It grows under a name of its own in the same folder and gets the right one when the build has
 * succeeded; a file that was there is replaced by one with its owner and mode. What is no regular file, such as a
 * device, and what lies in a folder where no file can be made, is written to as it is.
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
    if (!Files.exists(file)) {
      WritableFolder.check(real().getParent());
    } else if (!Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
  }

  private boolean isReplaced() throws IOException {
    return !Files.exists(file) || Files.isRegularFile(file) && Files.isWritable(real().getParent());
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
    if (isReplaced()) {
      Path real = real();
      growing = real.resolveSibling("." + real.getFileName() + ".tmp." + Ids.next());
      stream = new Whole(new BufferedOutputStream(create(growing, real), BUFFER_BYTES));
    } else {
      stream = new Whole(Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
    }
    return stream;
  }

  /** Makes a file with what another lets people do. */
  private static OutputStream create(Path made, Path like) throws IOException {
    Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (!Files.exists(like)) {
      return Channels.newOutputStream(Files.newByteChannel(made, options));
    }
    Map<String, Object> old = Files.readAttributes(like, "posix:permissions,owner,group");
    @SuppressWarnings("unchecked")
    Set<PosixFilePermission> permissions = (Set<PosixFilePermission>) old.get("permissions");
    OutputStream stream =
        Channels.newOutputStream(
            Files.newByteChannel(made, options, PosixFilePermissions.asFileAttribute(permissions)));
    try {
      keep(made, "owner", old);
      keep(made, "group", old);
      // What the user's mask has taken away, and what a change of the owner has.
      Files.setPosixFilePermissions(made, permissions);
    } catch (IOException e) {
      stream.close();
      Files.deleteIfExists(made);
      throw e;
    }
    return stream;
  }

  /** Only root gives files away. */
  private static void keep(Path made, String attribute, Map<String, Object> old) throws IOException {
    Object wanted = old.get(attribute);
    if (!Files.getAttribute(made, "posix:" + attribute).equals(wanted)) {
      try {
        Files.setAttribute(made, "posix:" + attribute, wanted);
      } catch (FileSystemException e) {
        // It is this user's then.
      }
    }
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
    if (stream != null && !whole) {
      discard();
      throw new IOException("failed to write " + file + ": the daemon ended the build before the archive was whole");
    }
    if (growing != null) {
      replace(growing, real());
      growing = null;
    }
  }

  /** A file that is a mount, or another user's in a folder for all, can be written to and not replaced. */
  private static void replace(Path growing, Path real) throws IOException {
    try {
      Files.move(growing, real, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isWritable(real)) {
        throw e;
      }
      try (OutputStream inPlace = Files.newOutputStream(real, StandardOpenOption.TRUNCATE_EXISTING)) {
        Files.copy(growing, inPlace);
      }
      Files.delete(growing);
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
