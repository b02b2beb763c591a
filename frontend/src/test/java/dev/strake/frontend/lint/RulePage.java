package dev.strake.frontend.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of {@code testdata/rules}: Dockerfiles that break the rule, and near misses that do not. A block behind a line
 * with a file's name, such as {@code `.dockerignore`:}, is that file of the build context of the Dockerfile behind it;
 * the file {@code options} holds a frontend option on each line.
 */
record RulePage(String rule, List<Example> bad, List<Example> good) {

  private static final String FENCE = "```";

  /** The files of one build context, by name. */
  record Example(Map<String, String> files) {

    /** The frontend options. */
    Map<String, String> options() {
      return files.getOrDefault("options", "").lines()
          .map(line -> line.split("=", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
  }

  static List<RulePage> all() {
    try (Stream<Path> files = Files.list(Path.of("..", "testdata", "rules"))) {
      return files.sorted().map(RulePage::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RulePage read(Path file) {
    Map<String, List<Example>> sections = new LinkedHashMap<>();
    try {
      String section = "";
      String name = "";
      Map<String, String> files = new LinkedHashMap<>();
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith("## ")) {
          section = line.substring(3);
        } else if (line.matches("`\\S+`:")) {
          name = line.substring(1, line.length() - 2);
        } else if (line.startsWith(FENCE)) {
          int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
          files.put(line.equals(FENCE) ? name : "Dockerfile", String.join("\n", lines.subList(i + 1, end)) + "\n");
          i = end;
          if (files.containsKey("Dockerfile")) {
            sections.computeIfAbsent(section, key -> new ArrayList<>()).add(new Example(Map.copyOf(files)));
            files.clear();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String rule = file.getFileName().toString().replaceFirst("\\.md$", "");
    return new RulePage(rule, sections.getOrDefault("Bad", List.of()), sections.getOrDefault("Good", List.of()));
  }
}
