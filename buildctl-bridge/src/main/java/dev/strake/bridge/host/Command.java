package dev.strake.bridge.host;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Another program's run, from start to end: its output, both streams together, goes line by line to a consumer.
 *
 * @param words the program and its arguments
 * @param folder where it runs; absent for the current one
 * @param environment variables to set besides the inherited ones
 */
public record Command(List<String> words, Optional<Path> folder, Map<String, String> environment) {

  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  public static Command of(String... words) {
    return new Command(List.of(words), Optional.empty(), Map.of());
  }

  public static Command of(List<String> words) {
    return new Command(words, Optional.empty(), Map.of());
  }

  public Command in(Path newFolder) {
    return new Command(words, Optional.of(newFolder), environment);
  }

  public Command with(Map<String, String> variables) {
    return new Command(words, folder, variables);
  }

  /** Runs it to its end and returns its exit code; an interrupt ends the program too. */
  public int run(Consumer<String> output) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    folder.ifPresent(path -> builder.directory(path.toFile()));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.accept(line);
      }
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }

  /** As a shell would read it, for messages. */
  @Override
  public String toString() {
    return words.stream()
        .map(word -> word.chars().allMatch(Command::isPlain) && !word.isEmpty() ? word : "'" + word + "'")
        .collect(Collectors.joining(" "));
  }

  private static boolean isPlain(int c) {
    return Character.isLetterOrDigit(c) || "-_./:=,+@%".indexOf(c) >= 0;
  }
}
