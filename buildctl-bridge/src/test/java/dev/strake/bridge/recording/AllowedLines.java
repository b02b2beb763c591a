package dev.strake.bridge.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The differences from BuildKit's own client that are meant. A block of the file is its reason in comments, a line of
 * aspects in brackets, and the command lines it is for.
 */
final class AllowedLines {

  private final Map<String, Set<String>> aspects = new HashMap<>();

  private AllowedLines() {}

  static AllowedLines read(Path file) {
    AllowedLines allowed = new AllowedLines();
    List<String> current = List.of();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("[")) {
          current = Arrays.asList(line.substring(1, line.indexOf(']')).split(", "));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          allowed.aspects.computeIfAbsent(line, key -> new TreeSet<>()).addAll(current);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return allowed;
  }

  /** What of a command line may, and then must, differ. */
  Set<String> aspects(String line) {
    return aspects.getOrDefault(line, Set.of());
  }

  /** The command lines that are spoken of. */
  Set<String> lines() {
    return aspects.keySet();
  }
}
