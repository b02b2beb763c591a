package dev.strake.bridge.training;

import dev.strake.bridge.cli.Main;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.host.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs usual commands of the program once, against a stand-in daemon, so that the class cache that the JVM writes at its
 * end holds what they need. A JVM that starts with a cache looks at all classes in it: hence one for each kind of command.
 *
 * <p>Exit codes: 0, all of them went well; 1, one did not.
 */
public final class ClientTraining {

  private static final String ADDRESS = "--addr";

  /** What the stand-in daemon, unlike a real one, has no use for: it sends its headers as they are. */
  private static final String COMPRESSED_HEADERS = "dev.strake.bridge.http2.Huffman";

  private ClientTraining() {}

  /** @param arguments one of {@code version}, {@code buildctl} and {@code strake}: which commands */
  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    String problem = run(arguments[0], new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    if (!problem.isEmpty()) {
      System.err.println("training: " + problem);
    }
    Class.forName(COMPRESSED_HEADERS);
    System.exit(problem.isEmpty() ? 0 : 1);
  }

  /** What went wrong; empty where nothing did. */
  static String run(String what, PrintStream output) throws IOException {
    Path folder = Files.createTempDirectory("strake");
    Path socket = folder.resolve("socket");
    Path context = Files.createDirectory(folder.resolve("context"));
    TrainingRun.files().forEach((name, content) -> write(context.resolve(name), content));
    try {
      for (List<String> command : commands(what, "unix://" + socket, context.toString())) {
        String problem = run(command, socket, output);
        if (!problem.isEmpty()) {
          return problem;
        }
      }
      return "";
    } finally {
      remove(context, folder);
    }
  }

  /** Each command that asks one has a daemon of its own. */
  private static String run(List<String> command, Path socket, PrintStream output) throws IOException {
    Session session = session(socket.getParent(), output);
    String[] words = command.toArray(String[]::new);
    int exitCode = command.contains(ADDRESS) ? runWithDaemon(socket, session, words) : Main.run(session, words);
    return exitCode == 0 ? "" : "strake " + String.join(" ", command) + " ends with " + exitCode;
  }

  private static int runWithDaemon(Path socket, Session session, String[] words) throws IOException {
    TrainingBridge bridge = new TrainingBridge(TrainingRun.files());
    TrainingControl control = new TrainingControl(bridge.returned());
    try (TrainingDaemon daemon =
        TrainingDaemon.start(
            socket, List.of(control.bindService(), bridge.bindService(), TrainingTraces.service()))) {
      return Main.run(session, words);
    } finally {
      Files.delete(socket);
    }
  }

  private static List<List<String>> commands(String what, String address, String context) {
    return switch (what) {
      case "version" -> List.of(List.of("buildctl", "--version"), List.of("--version"));
      case "buildctl" ->
          List.of(
              List.of("buildctl", ADDRESS, address, "debug", "workers"),
              List.of("buildctl", "--help"),
              List.of(
                  "buildctl", ADDRESS, address, "build", "--frontend", "dockerfile.v0", "--local", "context=" + context,
                  "--local", "dockerfile=" + context, "--progress", "plain"));
      case "strake" -> List.of(List.of("build", ADDRESS, address, "--progress", "plain", "-t", "a", context));
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static Session session(Path folder, PrintStream output) {
    Streams streams = new Streams(InputStream.nullInputStream(), output, output, true, false, false);
    Host here = Host.current();
    Host host = new Host(withoutTraces(here.environment()), here.home(), here.root());
    return new Session(host, streams, folder, new ShutdownGuard());
  }

  /** What is trained is nobody's trace, and needs no connection to a collector. */
  static Map<String, String> withoutTraces(Map<String, String> variables) {
    Map<String, String> others = new HashMap<>(variables);
    others.keySet().removeIf(name -> name.startsWith("OTEL_") || name.equals("TRACEPARENT"));
    return others;
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path context, Path folder) throws IOException {
    for (Path each : List.of(context, folder)) {
      try (var children = Files.list(each)) {
        for (Path child : children.toList()) {
          Files.delete(child);
        }
      }
      Files.delete(each);
    }
  }
}
