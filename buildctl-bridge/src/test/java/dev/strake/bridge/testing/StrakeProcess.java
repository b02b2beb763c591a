package dev.strake.bridge.testing;

import dev.strake.bridge.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Strake as a process of its own, for what only a process can show: signals, exit codes, terminals. */
public final class StrakeProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private StrakeProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** The words that start it. */
  public static List<String> command(String... arguments) {
    List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.add(Main.class.getName());
    words.addAll(List.of(arguments));
    return words;
  }

  /** Starts it with SIGINT as a terminal leaves it: a script's background jobs inherit it ignored, and a JVM keeps it so. */
  public static StrakeProcess start(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
    words.addAll(command(arguments));
    return new StrakeProcess(new ProcessBuilder(words).redirectErrorStream(true).start());
  }

  /** Reads its output up to a line that matches. */
  public void awaitLine(String pattern) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      lines.add(line);
      if (line.matches(pattern)) {
        return;
      }
    }
    throw new AssertionError("not seen: " + pattern + " in " + lines);
  }

  /** @param name without SIG, such as {@code INT} */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits for the end and returns the exit code. */
  public int awaitEnd(long time, TimeUnit unit) throws IOException, InterruptedException {
    if (!process.waitFor(time, unit)) {
      throw new AssertionError("still running; so far it has printed " + lines);
    }
    output.lines().forEach(lines::add);
    return process.exitValue();
  }

  /** What it has printed, as far as it was read. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
