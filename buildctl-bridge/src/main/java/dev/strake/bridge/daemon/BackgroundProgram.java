package dev.strake.bridge.daemon;

import dev.strake.bridge.host.HostFailure;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A program that outlives the command that starts it: in a session of its own, so that a Ctrl-C at the terminal does
 * not
 * reach it, with its output in a log file and its process id in a file.
 *
 * @param name the program's name, for messages
 * @param config its settings file, which its command line names: the mark by which its process is known
 * @param pidFile where its process id is kept
 * @param log where its output goes; started afresh with each start
 * @param socket what it listens on once it is ready
 */
record BackgroundProgram(String name, Path config, Path pidFile, Path log, Path socket) {

  private static final int TAIL_LINES = 8;
  private static final long POLL_MILLIS = 40;

  /** Whether it listens. */
  boolean answers() {
    return SocketProbe.answers(socket);
  }

  /** Its process id, where the file's id is still this program's: ids are used again, after a reboot above all. */
  OptionalLong pid() {
    try {
      long pid = Long.parseLong(Files.readString(pidFile).trim());
      boolean ours = ProcFs.hasWord(pid, config.toString());
      return ours && ProcFs.runs(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** Starts it and waits until it listens. */
  void start(List<String> words, Map<String, String> environment, Duration patience)
      throws IOException, InterruptedException, HostFailure {
    Files.deleteIfExists(socket);
    List<String> detached = new ArrayList<>(List.of("setsid"));
    detached.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(detached).redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null")).redirectOutput(log.toFile());
    builder.directory(new File("/"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    // setsid replaces itself by the program, which so keeps this id.
    Files.writeString(pidFile, process.pid() + "\n");
    long deadline = System.nanoTime() + patience.toNanos();
    while (!answers()) {
      boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (ended || System.nanoTime() > deadline) {
        process.destroy();
        Files.deleteIfExists(pidFile);
        throw new HostFailure(DaemonDiagnostics.didNotStart(name, log, tail(TAIL_LINES)));
      }
    }
  }

  /** Asks it to end, waits, and ends it by force if it does not. */
  void stop(Duration patience) throws IOException, InterruptedException {
    OptionalLong pid = pid();
    if (pid.isPresent()) {
      end(pid.getAsLong(), patience);
    }
    Files.deleteIfExists(pidFile);
    Files.deleteIfExists(socket);
  }

  /** Ends any process: politely first. */
  static void end(long pid, Duration patience) throws InterruptedException {
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
    if (!awaitEnd(pid, patience)) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      awaitEnd(pid, patience);
    }
  }

  /** The log's last lines. */
  List<String> tail(int lines) throws IOException {
    if (!Files.exists(log)) {
      return List.of();
    }
    List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  private static boolean awaitEnd(long pid, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (ProcFs.runs(pid)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }
}
