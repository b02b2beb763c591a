package dev.strake.bridge.connection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A helper program that runs. What it prints on standard error is kept for when it fails. */
final class ProcessStream implements ByteStream {

  private static final int MAX_LINES = 8;
  private static final int MAX_LINE_CHARS = 300;
  private static final int PATIENCE_MILLIS = 500;

  private final Process process;
  private final String command;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final Thread errors;

  ProcessStream(Process process, String command) {
    this.process = process;
    this.command = command;
    this.errors = Thread.ofPlatform().daemon().name("strake-helper-errors").start(this::readErrors);
  }

  private void readErrors() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
      }
    } catch (IOException e) {
      // The program is gone, and so is what it had to say.
    }
  }

  private synchronized void keep(String line) {
    lastLines.add(line.length() > MAX_LINE_CHARS ? line.substring(0, MAX_LINE_CHARS) : line);
    if (lastLines.size() > MAX_LINES) {
      lastLines.removeFirst();
    }
  }

  @Override
  public InputStream input() {
    return process.getInputStream();
  }

  @Override
  public OutputStream output() {
    return process.getOutputStream();
  }

  @Override
  public Optional<String> complaint() {
    try {
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      errors.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    return Optional.of(command + " has ended with exit code " + process.exitValue() + said());
  }

  private synchronized String said() {
    return lastLines.isEmpty() ? "" : ": " + String.join("; ", lastLines);
  }

  /**
   * A helper ends when its input does; one that does not is ended, with what it has started. This is set on its way
   * first: a writer whose bytes nobody reads has the input until then.
   */
  @Override
  public void close() throws IOException {
    process
        .onExit()
        .completeOnTimeout(process, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .thenAccept(ProcessStream::end);
    process.getOutputStream().close();
  }

  private static void end(Process process) {
    if (process.isAlive()) {
      // By their handles, which wait for no stream.
      Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
    }
  }
}
