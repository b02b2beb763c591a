package dev.strake.bridge.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes small files about a build. */
public final class ResultFile {

  private ResultFile() {}

  /** The file has its name only when it is whole. */
  public static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, text.getBytes(StandardCharsets.UTF_8));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // The other name means nothing to a user.
      throw new NoSuchFileException(file.toString());
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
