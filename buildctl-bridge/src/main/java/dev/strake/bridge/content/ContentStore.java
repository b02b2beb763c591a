package dev.strake.bridge.content;

import dev.strake.bridge.content.BlobDigest.Algorithm;
import dev.strake.bridge.content.ContentException.Kind;
import dev.strake.bridge.host.FileErrors;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A store of blobs in a folder, laid out as containerd's local store and so as an OCI image layout: a blob lies at
 * {@code blobs/sha256/HEX}, and while it is written at {@code ingest/HASH/data}. Thread-safe.
 *
 * <p>Closing it deletes what was begun and not finished.
 */
public final class ContentStore implements AutoCloseable {

  private final Path root;
  private final Set<String> locked = ConcurrentHashMap.newKeySet();
  private final Set<Path> begun = ConcurrentHashMap.newKeySet();

  private ContentStore(Path root) {
    this.root = root;
  }

  /**
   * The store of a folder that exists.
   *
   * @throws IOException when it is no folder
   */
  public static ContentStore existing(Path folder) throws IOException {
    ContentStore store = present(folder);
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    return store;
  }

  /**
   * The store of what is there, folder or not: reading from what is none fails.
   *
   * @throws IOException when nothing is there
   */
  public static ContentStore present(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    return new ContentStore(folder);
  }

  /** The store of a folder, which is made where it is missing. */
  public static ContentStore make(Path folder) throws IOException {
    Files.createDirectories(folder);
    return existing(folder);
  }

  public Path root() {
    return root;
  }

  /**
   * What is known of a blob.
   *
   * @throws ContentException when it is not there
   */
  public StoredBlob info(BlobDigest digest) throws IOException {
    return find(digest)
        .orElseThrow(() -> new ContentException(Kind.NOT_FOUND, "content " + digest + ": not found"));
  }

  /** What is known of a blob; absent where it is not there. */
  public Optional<StoredBlob> find(BlobDigest digest) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path(digest), BasicFileAttributes.class);
      return Optional.of(
          new StoredBlob(
              digest,
              attributes.size(),
              attributes.lastModifiedTime().toInstant(),
              attributes.lastAccessTime().toInstant()));
    } catch (NoSuchFileException e) {
      if (FileErrors.isBehindAFile(path(digest))) {
        throw new IOException("stat " + path(digest) + ": not a directory");
      }
      return Optional.empty();
    }
  }

  /** All blobs. */
  public List<StoredBlob> list() throws IOException {
    List<StoredBlob> blobs = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      for (Path file : entries(root.resolve("blobs").resolve(algorithm.id()))) {
        String name = file.getFileName().toString();
        // Whatever else lies there is nobody's blob.
        if (BlobDigest.isHex(algorithm, name)) {
          find(new BlobDigest(algorithm, name)).ifPresent(blobs::add);
        }
      }
    }
    return blobs;
  }

  /** A blob's bytes. */
  public FileChannel open(BlobDigest digest) throws IOException {
    try {
      return FileChannel.open(path(digest), StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new ContentException(Kind.NOT_FOUND, "content " + digest + ": not found");
    }
  }

  /** A small blob, such as a manifest. */
  public byte[] read(BlobDigest digest, int maxBytes) throws IOException {
    StoredBlob info = info(digest);
    if (info.size() > maxBytes) {
      throw new IOException("blob " + digest + " has " + info.size() + " bytes, more than " + maxBytes);
    }
    return Files.readAllBytes(path(digest));
  }

  public void delete(BlobDigest digest) throws IOException {
    Files.deleteIfExists(path(digest));
  }

  Path path(BlobDigest digest) {
    return root.resolve("blobs").resolve(digest.algorithm().id()).resolve(digest.hex());
  }

  /**
   * Begins to write a blob, or goes on where a writer of the same name left off.
   *
   * @param ref a name for the writing, of which there is one writer at a time
   * @param total the blob's size; 0 where unknown
   * @param expected the blob's digest, where known
   * @throws ContentException when the blob is there, or the name is taken
   */
  public Ingest ingest(String ref, long total, Optional<BlobDigest> expected) throws IOException {
    if (expected.isPresent() && find(expected.get()).isPresent()) {
      throw new ContentException(Kind.ALREADY_EXISTS, "content " + expected.get() + ": already exists");
    }
    if (!locked.add(ref)) {
      throw new ContentException(Kind.UNAVAILABLE, "ref " + ref + " locked: unavailable");
    }
    Path folder = ingestFolder(ref);
    begun.add(folder);
    try {
      Algorithm algorithm = expected.map(BlobDigest::algorithm).orElse(Algorithm.SHA256);
      return Ingest.open(this, folder, ref, total, algorithm);
    } catch (IOException e) {
      release(ref);
      throw e;
    }
  }

  void release(String ref) {
    locked.remove(ref);
  }

  private Path ingestFolder(String ref) {
    return root.resolve("ingest").resolve(BlobDigest.of(ref.getBytes(StandardCharsets.UTF_8)).hex());
  }

  /**
   * How far a writing is.
   *
   * @throws ContentException when there is none of that name
   */
  public IngestStatus status(String ref) throws IOException {
    return Ingest.status(ingestFolder(ref));
  }

  /** All writings. */
  public List<IngestStatus> statuses() throws IOException {
    List<IngestStatus> statuses = new ArrayList<>();
    for (Path folder : entries(root.resolve("ingest"))) {
      try {
        statuses.add(Ingest.status(folder));
      } catch (ContentException ended) {
        // It was finished while the list was made.
      }
    }
    return statuses;
  }

  /** Throws away what was written under a name. */
  public void abort(String ref) throws IOException {
    Ingest.delete(ingestFolder(ref));
  }

  private static List<Path> entries(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (NoSuchFileException e) {
      // A new store has none.
    }
    return entries;
  }

  @Override
  public void close() throws IOException {
    if (begun.isEmpty()) {
      return;
    }
    for (Path folder : begun) {
      Ingest.delete(folder);
    }
    Path all = root.resolve("ingest");
    if (Files.isDirectory(all) && entries(all).isEmpty()) {
      Files.deleteIfExists(all);
    }
  }
}
