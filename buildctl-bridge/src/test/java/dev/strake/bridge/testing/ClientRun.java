package dev.strake.bridge.testing;

import dev.strake.bridge.buildctl.Buildctl;
import dev.strake.bridge.cli.Main;
import dev.strake.bridge.daemon.DaemonDirectories;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.host.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** What a run of {@code buildctl} came to: ours in this process, or BuildKit's own as a program. */
public record ClientRun(int exitCode, byte[] out, String err) {

  /**
   * What a run is given.
   *
   * @param folder where it runs
   * @param environment its variables, beside a PATH
   * @param input its standard input; empty for a device that has nothing
   */
  public record Given(Path folder, Map<String, String> environment, byte[] input) {}

  /** Standard output. */
  public String text() {
    return new String(out, StandardCharsets.UTF_8);
  }

  /** Runs ours. */
  public static ClientRun ours(Given given, List<String> words) {
    return within(given, session -> new Buildctl(session, "test").run(words));
  }

  /** Runs {@code strake}, with commands of its own. */
  public static ClientRun strake(Given given, List<String> words) {
    return within(given, session -> Main.run(session, words.toArray(String[]::new)));
  }

  private static ClientRun within(Given given, ToIntFunction<Session> program) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(given.input()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            given.input().length == 0,
            false,
            false);
    Host host = new Host(given.environment(), given.folder(), true);
    int exitCode = program.applyAsInt(new Session(host, streams, given.folder(), new ShutdownGuard()));
    return new ClientRun(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs BuildKit's own. */
  public static ClientRun stock(Given given, List<String> words) throws IOException, InterruptedException {
    Host host = Host.current();
    Path program = host.program("buildctl", List.of(DaemonDirectories.of(host).bin())).orElseThrow();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(command).directory(given.folder().toFile());
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(given.environment());
    Path err = Files.createTempFile("stock", ".err");
    if (given.input().length == 0) {
      builder.redirectInput(Path.of("/dev/null").toFile());
    }
    try {
      Process process = builder.redirectError(err.toFile()).start();
      if (given.input().length > 0) {
        process.getOutputStream().write(given.input());
        process.getOutputStream().close();
      }
      byte[] out = process.getInputStream().readAllBytes();
      int exitCode = process.waitFor();
      return new ClientRun(exitCode, out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }
}
