package dev.strake.bridge.session;

import dev.strake.bridge.host.FileMutex;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import dev.strake.llb.go.GoJsonWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Random bytes of this user, for each registry others, which a session's authority is derived from: so a daemon knows
 * the same user again and learns nothing of the credentials. They are kept beside Docker's configuration, in the file
 * that {@code buildctl} uses. Where nothing can be written, new ones last as long as this object. Thread-safe.
 */
final class TokenSeeds {

  private static final int SEED_BYTES = 16;
  private static final String FIELD = "Seed";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;
  private final Map<String, byte[]> seeds = new TreeMap<>();

  /**
   * The seeds of a user.
   *
   * @param folder Docker's configuration; made where it is missing
   */
  TokenSeeds(Path folder) {
    this.folder = folder;
  }

  synchronized byte[] of(String host) throws IOException, InterruptedException {
    byte[] known = seeds.get(host);
    if (known != null) {
      return known;
    }
    try {
      Files.createDirectories(folder);
      try (FileMutex held = FileMutex.acquire(folder.resolve(".token_seed.lock"))) {
        readAll();
        if (seeds.putIfAbsent(host, fresh()) == null) {
          writeAll();
        }
      }
    } catch (FileSystemException e) {
      if (!isForbidden(e)) {
        throw e;
      }
      readAll();
      seeds.putIfAbsent(host, fresh());
    }
    return Objects.requireNonNull(seeds.get(host));
  }

  private static boolean isForbidden(FileSystemException failure) {
    return failure instanceof AccessDeniedException || String.valueOf(failure.getReason()).contains("Read-only");
  }

  private static byte[] fresh() {
    byte[] seed = new byte[SEED_BYTES];
    RANDOM.nextBytes(seed);
    return seed;
  }

  private Path file() {
    return folder.resolve(".token_seed");
  }

  /** A file that is damaged says nothing. */
  private void readAll() throws IOException {
    byte[] json;
    try {
      json = Files.readAllBytes(file());
    } catch (NoSuchFileException | AccessDeniedException e) {
      return;
    }
    try {
      GoJsonReader parser = GoJsonReader.of(json);
      parser.next();
      while (parser.next() == Token.NAME) {
        String host = parser.text();
        parser.next();
        byte[] seed = readSeed(parser);
        if (seed != null) {
          seeds.putIfAbsent(host, seed);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // A new one is written in its place.
    }
  }

  private static byte @Nullable [] readSeed(GoJsonReader parser) {
    byte[] seed = null;
    while (parser.next() == Token.NAME) {
      boolean wanted = parser.text().equals(FIELD);
      if (parser.next() == Token.STRING && wanted) {
        seed = Base64.getDecoder().decode(parser.text());
      } else {
        parser.skipValue();
      }
    }
    return seed;
  }

  private void writeAll() throws IOException {
    GoJsonWriter writer = GoJsonWriter.indented("  ").beginObject();
    seeds.forEach((host, seed) -> writer.name(host).beginObject().name(FIELD).bytes(seed).endObject());
    Path growing = folder.resolve(".token_seed.tmp");
    Files.deleteIfExists(growing);
    Files.createFile(growing, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(growing, writer.endObject().toBytes());
    Files.move(growing, file(), StandardCopyOption.ATOMIC_MOVE);
  }
}
