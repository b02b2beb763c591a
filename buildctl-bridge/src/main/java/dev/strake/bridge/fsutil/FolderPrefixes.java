package dev.strake.bridge.fsutil;

import dev.strake.llb.go.GoPath;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Tells whether patterns could match something inside a folder, so that a folder in which nothing can match need not be
 * read. Knows only patterns whose wildcards are at their end; with any other it says yes to all. Immutable.
 */
final class FolderPrefixes {

  private static final String WILDCARDS = "*[]?^\\";

  private final boolean anything;
  private final TreeSet<String> prefixes;

  private FolderPrefixes(List<String> patterns) {
    this.prefixes = new TreeSet<>();
    boolean wild = false;
    for (String pattern : patterns) {
      String prefix = withoutTrailingGlob(pattern);
      wild |= prefix.chars().anyMatch(c -> WILDCARDS.indexOf(c) >= 0);
      prefixes.add(prefix + "/");
    }
    this.anything = wild;
  }

  /** Of the patterns in front of which no {@code !} stands. */
  static FolderPrefixes ofPatterns(List<String> patterns) {
    return new FolderPrefixes(select(patterns, false));
  }

  /** Of the patterns in front of which {@code !} stands. */
  static FolderPrefixes ofExceptions(List<String> patterns) {
    return new FolderPrefixes(select(patterns, true));
  }

  boolean mayMatchBelow(String folder) {
    if (anything) {
      return true;
    }
    String inside = folder + "/";
    String next = prefixes.ceiling(inside);
    return next != null && next.startsWith(inside);
  }

  private static List<String> select(List<String> patterns, boolean exceptions) {
    List<String> selected = new ArrayList<>();
    for (String pattern : patterns) {
      String trimmed = pattern.strip();
      if (trimmed.isEmpty()) {
        continue;
      }
      String cleaned = GoPath.clean(trimmed);
      if (cleaned.startsWith("!") == exceptions) {
        selected.add(exceptions ? cleaned.substring(1) : cleaned);
      }
    }
    return selected;
  }

  private static String withoutTrailingGlob(String pattern) {
    String shorter = pattern.endsWith("/**") ? pattern.substring(0, pattern.length() - 3) : pattern;
    return shorter.endsWith("/*") ? shorter.substring(0, shorter.length() - 2) : shorter;
  }
}
