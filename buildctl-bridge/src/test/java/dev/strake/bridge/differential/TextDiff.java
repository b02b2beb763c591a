package dev.strake.bridge.differential;

import java.util.List;

/** The lines in which two texts differ, between their common beginning and end, for people. */
final class TextDiff {

  private static final int CONTEXT = 3;
  private static final int SHOWN = 40;

  private TextDiff() {}

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
