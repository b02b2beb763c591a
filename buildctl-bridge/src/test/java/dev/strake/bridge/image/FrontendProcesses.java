package dev.strake.bridge.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The frontend processes of one test's builds, which a build argument of the test's own tells from all others. */
final class FrontendProcesses {

  private static final int PATIENCE_SECONDS = 60;
  private static final int POLL_MILLIS = 50;

  private final String mark;

  /** @param mark a build argument's value, nowhere else to be found */
  FrontendProcesses(String mark) {
    this.mark = mark;
  }

  /** Waits until there is one. */
  ProcessHandle awaitOne() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      List<ProcessHandle> found = find();
      if (!found.isEmpty()) {
        return found.getFirst();
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw new AssertionError("no frontend was started");
  }

  /** Waits until there is none, and returns those that there still are. */
  List<ProcessHandle> awaitNone() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    List<ProcessHandle> found = find();
    while (!found.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(POLL_MILLIS);
      found = find();
    }
    return found;
  }

  private List<ProcessHandle> find() throws IOException {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        if (contains(process.resolve("environ"), mark) && contains(process.resolve("cmdline"), "frontend.args")) {
          ProcessHandle.of(Long.parseLong(process.getFileName().toString())).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static boolean contains(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException ended) {
      return false;
    }
  }
}
