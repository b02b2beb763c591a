package dev.strake.bridge.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.ThreadLocalRandom;

/** Writes small files about a build. */
public final class ResultFile {

  private static final int RADIX = 36;

  private ResultFile() {}

  /** The file has its name only when it is whole. */
  public static void write(Path file, String text) throws IOException {
    String random = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), RADIX);
    Path growing = file.resolveSibling("." + file.getFileName() + ".tmp." + random);
    try {
      Files.createFile(growing);
    } catch (NoSuchFileException e) {
      // The other name means nothing to a user.
      throw new NoSuchFileException(file.toString());
    }
    try {
      Files.writeString(growing, text);
      Files.move(growing, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(growing);
    }
  }
}
