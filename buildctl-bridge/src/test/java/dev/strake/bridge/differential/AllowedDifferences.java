package dev.strake.bridge.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The differences that are meant, from a file: on each line the variant ({@code *} for all), the case, the aspect and,
 * behind a {@code #}, the reason. An entry that no difference needs any more is stale.
 *
 * <p>Not thread-safe.
 */
final class AllowedDifferences {

  private final List<Entry> entries;
  private final Set<Entry> used = new LinkedHashSet<>();

  private AllowedDifferences(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  static AllowedDifferences read(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        entries.add(Entry.parse(line));
      }
    }
    return new AllowedDifferences(entries);
  }

  /** Whether the difference is meant. */
  boolean allows(String variant, String name, String aspect) {
    boolean allowed = false;
    for (Entry entry : entries) {
      if (entry.covers(variant, name) && entry.covers(aspect)) {
        used.add(entry);
        allowed = true;
      }
    }
    return allowed;
  }

  /** The entries about these files in this variant that no difference needed. */
  List<Entry> stale(String variant, Set<String> names) {
    return entries.stream()
        .filter(entry -> !used.contains(entry) && names.stream().anyMatch(name -> entry.covers(variant, name)))
        .toList();
  }

  /** A line of the file. */
  record Entry(String variant, String name, String aspect, String reason) {

    private static Entry parse(String line) {
      int hash = line.indexOf('#');
      String[] words = line.substring(0, Math.max(hash, 0)).trim().split("\\s+");
      if (words.length != 3 || line.substring(hash + 1).isBlank()) {
        throw new IllegalArgumentException("expected \"variant case aspect # reason\": " + line);
      }
      return new Entry(words[0], words[1], words[2], line.substring(hash + 1).trim());
    }

    /** An aspect that ends in {@code *} stands for all that begin so, such as those of each platform. */
    private boolean covers(String anAspect) {
      return aspect.endsWith("*")
          ? anAspect.startsWith(aspect.substring(0, aspect.length() - 1))
          : anAspect.equals(aspect);
    }

    private boolean covers(String aVariant, String aName) {
      return (variant.equals("*") || variant.equals(aVariant)) && name.equals(aName);
    }
  }
}
