package dev.strake.frontend.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that pins a text. */
record Golden(Path file) {

  boolean exists() {
    return Files.exists(file);
  }

  /** What is pinned; empty where the file is missing. */
  String pinned() {
    try {
      return exists() ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Pins another text; an empty one takes the file away. */
  void pin(String text) {
    try {
      if (text.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
