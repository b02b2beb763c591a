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
 * aspects in brackets, and the command lines it is for; behind {@code ~ } stands a pattern for several, which may differ
 * or not.
 */
final class AllowedLines {

  private static final String SEVERAL = "~ ";

  private final Map<String, Set<String>> aspects = new HashMap<>();
  private final Map<String, Set<String>> patterns = new HashMap<>();

  private AllowedLines() {}

  static AllowedLines read(Path file) {
    AllowedLines allowed = new AllowedLines();
    List<String> current = List.of();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.startsWith("[")) {
          current = Arrays.asList(line.substring(1, line.indexOf(']')).split(", "));
        } else if (line.startsWith(SEVERAL)) {
          String pattern = line.substring(SEVERAL.length());
          allowed.patterns.computeIfAbsent(pattern, key -> new TreeSet<>()).addAll(current);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          allowed.aspects.computeIfAbsent(line, key -> new TreeSet<>()).addAll(current);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return allowed;
  }

  /** Whether a command line may differ in just these aspects: in all that stand beside it, and those of patterns. */
  boolean fit(String line, Set<String> different) {
    Set<String> rest = new TreeSet<>(different);
    rest.removeAll(possible(line));
    Set<String> expected = new TreeSet<>(aspects.getOrDefault(line, Set.of()));
    expected.removeAll(possible(line));
    return rest.equals(expected);
  }

  /** To show to people. */
  String describe(String line) {
    return "must differ: " + aspects.getOrDefault(line, Set.of()) + "; may differ: " + possible(line);
  }

  private Set<String> possible(String line) {
    Set<String> possible = new TreeSet<>();
    patterns.forEach(
        (pattern, some) -> {
          if (line.matches(pattern)) {
            possible.addAll(some);
          }
        });
    return possible;
  }

  /** The command lines that are spoken of. */
  Set<String> lines() {
    return aspects.keySet();
  }

  /** The patterns of command lines. */
  Set<String> patterns() {
    return patterns.keySet();
  }
}
