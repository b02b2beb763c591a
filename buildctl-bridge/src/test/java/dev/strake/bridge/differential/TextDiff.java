package dev.strake.bridge.differential;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines in which two texts differ, between their common beginning and end, for people. */
final class TextDiff {

  private static final int CONTEXT = 3;
  private static final int SHOWN = 40;

  private TextDiff() {}

  /** What is different, by aspect. */
  static Map<String, String> of(Map<String, String> expected, Map<String, String> actual) {
    Map<String, String> differences = new TreeMap<>();
    Set<String> aspects = new TreeSet<>(expected.keySet());
    aspects.addAll(actual.keySet());
    for (String aspect : aspects) {
      String left = expected.getOrDefault(aspect, "(absent)");
      String right = actual.getOrDefault(aspect, "(absent)");
      if (!left.equals(right)) {
        differences.put(aspect, of(left, right));
      }
    }
    return differences;
  }

  /** Lines of {@code expected} with {@code -}, of {@code actual} with {@code +}. */
  static String of(String expected, String actual) {
    List<String> left = expected.lines().toList();
    List<String> right = actual.lines().toList();
    int begin = 0;
    while (begin < left.size() && begin < right.size() && left.get(begin).equals(right.get(begin))) {
      begin++;
    }
    int end = 0;
    while (end < left.size() - begin
        && end < right.size() - begin
        && left.get(left.size() - 1 - end).equals(right.get(right.size() - 1 - end))) {
      end++;
    }
    StringBuilder out = new StringBuilder();
    append(out, "  ", left.subList(Math.max(0, begin - CONTEXT), begin));
    append(out, "- ", left.subList(begin, left.size() - end));
    append(out, "+ ", right.subList(begin, right.size() - end));
    append(out, "  ", left.subList(left.size() - end, Math.min(left.size(), left.size() - end + CONTEXT)));
    return out.toString();
  }

  private static void append(StringBuilder out, String mark, List<String> lines) {
    lines.stream().limit(SHOWN).forEach(line -> out.append(mark).append(line).append('\n'));
    if (lines.size() > SHOWN) {
      out.append(mark).append("... ").append(lines.size() - SHOWN).append(" more lines\n");
    }
  }
}
