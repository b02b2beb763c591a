package dev.strake.bridge.content;

import dev.strake.bridge.content.BlobDigest.Algorithm;
import dev.strake.bridge.content.ContentException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A blob that is being written. In one thread at a time; closing it keeps what is there for whoever goes on. */
public final class Ingest implements AutoCloseable {

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final String DATA = "data";
  private static final String REF = "ref";
  private static final String TOTAL = "total";

  private final ContentStore store;
  private final Path folder;
  private final String ref;
  private final Algorithm algorithm;
  private final FileChannel data;
  private final Instant started;
  private MessageDigest digest;
  private long offset;
  private Instant updated;

  private Ingest(
      ContentStore store, Path folder, String ref, Algorithm algorithm, FileChannel data, Instant started) {
    this.store = store;
    this.folder = folder;
    this.ref = ref;
    this.algorithm = algorithm;
    this.data = data;
    this.started = started;
    this.updated = started;
    this.digest = algorithm.start();
  }

  static Ingest open(ContentStore store, Path folder, String ref, long total, Algorithm algorithm)
      throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(REF), ref);
    if (total > 0) {
      Files.writeString(folder.resolve(TOTAL), Long.toString(total));
    }
    FileChannel data =
        FileChannel.open(
            folder.resolve(DATA), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    Instant started = Files.getLastModifiedTime(folder.resolve(REF)).toInstant();
    Ingest ingest = new Ingest(store, folder, ref, algorithm, data, started);
    try {
      ingest.digestWhatIsThere(ingest.digest);
    } catch (IOException e) {
      data.close();
      throw e;
    }
    return ingest;
  }

  private void digestWhatIsThere(MessageDigest target) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    data.position(0);
    offset = 0;
    while (data.read(buffer.clear()) >= 0) {
      offset += buffer.position();
      target.update(buffer.flip());
    }
  }

  public String ref() {
    return ref;
  }

  /** The bytes that are there. */
  public long offset() {
    return offset;
  }

  public Instant started() {
    return started;
  }

  public Instant updated() {
    return updated;
  }

  /** The digest of what is there. */
  public BlobDigest digest() {
    try {
      return algorithm.finish((MessageDigest) digest.clone());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the platform's digests can be copied", e);
    }
  }

  public void write(ByteBuffer bytes) throws IOException {
    digest.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      offset += data.write(bytes);
    }
    updated = Instant.now();
  }

  /** Begins anew. */
  public void restart() throws IOException {
    data.truncate(0);
    data.position(0);
    offset = 0;
    digest = algorithm.start();
  }

  /**
   * The blob is whole: it gets its name.
   *
   * @param size that it ought to have; 0 for any
   * @param expected the digest that it ought to have
   * @throws ContentException when it is another blob, or one that is there already
   */
  public BlobDigest commit(long size, Optional<BlobDigest> expected) throws IOException {
    if (size > 0 && size != offset) {
      throw new ContentException(
          Kind.FAILED_PRECONDITION,
          "unexpected commit size " + offset + ", expected " + size + ": failed precondition");
    }
    BlobDigest found = digest();
    if (expected.isPresent() && expected.get().algorithm() != algorithm) {
      MessageDigest other = expected.get().algorithm().start();
      digestWhatIsThere(other);
      found = expected.get().algorithm().finish(other);
    }
    if (expected.isPresent() && !expected.get().equals(found)) {
      throw new ContentException(
          Kind.FAILED_PRECONDITION,
          "unexpected commit digest " + found + ", expected " + expected.get() + ": failed precondition");
    }
    data.force(false);
    close();
    Path target = store.path(found);
    if (Files.exists(target)) {
      delete(folder);
      throw new ContentException(Kind.ALREADY_EXISTS, "content " + found + ": already exists");
    }
    Files.createDirectories(target.getParent());
    Set<PosixFilePermission> readers = EnumSet.copyOf(Files.getPosixFilePermissions(folder.resolve(DATA)));
    readers.retainAll(
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
    Files.setPosixFilePermissions(folder.resolve(DATA), readers);
    Files.move(folder.resolve(DATA), target, StandardCopyOption.ATOMIC_MOVE);
    delete(folder);
    return found;
  }

  @Override
  public void close() throws IOException {
    if (data.isOpen()) {
      data.close();
      store.release(ref);
    }
  }

  static IngestStatus status(Path folder) throws IOException {
    try {
      String total = Files.exists(folder.resolve(TOTAL)) ? Files.readString(folder.resolve(TOTAL)) : "0";
      return new IngestStatus(
          Files.readString(folder.resolve(REF)),
          Files.size(folder.resolve(DATA)),
          Long.parseLong(total),
          Files.getLastModifiedTime(folder.resolve(REF)).toInstant(),
          Files.getLastModifiedTime(folder.resolve(DATA)).toInstant());
    } catch (NoSuchFileException | NumberFormatException e) {
      throw new ContentException(
          Kind.NOT_FOUND, "stat " + folder.resolve(DATA) + ": no such file or directory: not found");
    }
  }

  static void delete(Path folder) throws IOException {
    for (String name : new String[] {DATA, REF, TOTAL}) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }
}
