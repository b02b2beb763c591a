package dev.strake.bridge.image;

import dev.strake.bridge.cli.Main;
import dev.strake.bridge.host.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs whole programs, as users do. */
final class Programs {

  private Programs() {}

  /** What a program printed, on both of its streams, and its exit code. */
  record Outcome(int exitCode, String output) {}

  static Outcome run(List<String> words) throws IOException, InterruptedException {
    StringBuilder output = new StringBuilder();
    int exitCode = Command.of(words).run(line -> output.append(line).append('\n'));
    return new Outcome(exitCode, output.toString());
  }

  /** The command line of {@code strake}, of these very classes. */
  static List<String> strake(List<String> arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    words.addAll(arguments);
    return words;
  }

  /** The command line of a stock {@code buildctl build}. */
  static List<String> buildctl(String address, String frontend, Path context, List<String> arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "buildctl", "--addr", address, "build", "--progress", "plain", "--frontend", frontend,
                "--local", "context=" + context, "--local", "dockerfile=" + context));
    words.addAll(arguments);
    return words;
  }
}
