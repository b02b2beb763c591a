package dev.strake.frontend.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Tells archives from other files, and what is in them. */
public final class Archives {

  private static final Set<Compression> OF_CONTEXTS = Set.of(Compression.BZIP2, Compression.GZIP, Compression.XZ);

  private Archives() {}

  /** Whether a file that begins so is compressed in one of the ways of a context, or a tar archive. */
  public static boolean isArchive(byte[] head) {
    if (OF_CONTEXTS.contains(Compression.of(head))) {
      return true;
    }
    try {
      return new TarReader(new ByteArrayInputStream(head)).next().isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The time of the newest regular file, in which the reference counts all that is no folder, symbolic link, device or
   * pipe; absent where there is none, or this is no archive that can be read to its end.
   *
   * @throws WindowTooLargeException when it is one, but not for this program
   */
  public static Optional<OffsetDateTime> newestFile(byte[] archive) throws WindowTooLargeException {
    Optional<Instant> newest = Optional.empty();
    try (InputStream bytes = Compression.of(archive).open(new ByteArrayInputStream(archive))) {
      TarReader tar = new TarReader(bytes);
      for (Optional<TarReader.Entry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
        Instant modified = entry.get().modified();
        if (entry.get().regular() && newest.map(modified::isAfter).orElse(true)) {
          newest = Optional.of(modified);
        }
      }
    } catch (WindowTooLargeException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    }
    return newest.map(time -> time.atOffset(ZoneOffset.UTC));
  }
}
