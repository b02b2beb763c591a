package dev.strake.bridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A command's scratch folders, made when asked for and gone when it ends. Holds files only, no deeper folders. */
final class TemporaryFolder implements AutoCloseable {

  private final Deque<Path> made = new ArrayDeque<>();

  /** A new folder. */
  Path subfolder(String name) throws IOException {
    Path folder = Files.createTempDirectory("strake-" + name);
    made.push(folder);
    return folder;
  }

  @Override
  public void close() throws IOException {
    while (!made.isEmpty()) {
      Path folder = made.pop();
      try (var files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
