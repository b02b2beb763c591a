package dev.strake.grammar.diagnostics;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a file around a place, as BuildKit shows them with errors and warnings. */
public final class LineExcerpt {

  private static final String RULE = "--------------------\n";

  private LineExcerpt() {}

  /** The excerpt; empty where there are no ranges, or they are outside of the file. */
  public static String of(String filename, byte[] data, List<LineRange> ranges) {
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", -1);
    int first = ranges.stream().mapToInt(LineRange::first).min().orElse(0);
    if (first < 1 || first > lines.length) {
      return "";
    }
    int last = Math.min(lines.length, ranges.stream().mapToInt(LineExcerpt::end).max().orElse(first));
    StringBuilder text = new StringBuilder(filename + ":" + first + "\n" + RULE);
    int start = first;
    // One line counts once for each side that it widens, and once for the round.
    for (int padded = 0, wanted = first == last ? 4 : 2; padded < wanted; padded++) {
      if (start > 1) {
        start--;
        padded++;
      }
      if (last != lines.length) {
        last++;
        padded++;
      }
    }
    for (int line = start; line <= last; line++) {
      text.append(String.format(" %3d | %s %s\n", line, isMarked(ranges, line) ? ">>>" : "   ", lines[line - 1]));
    }
    return text.append(RULE).toString();
  }

  private static int end(LineRange range) {
    return Math.max(range.first(), range.last());
  }

  private static boolean isMarked(List<LineRange> ranges, int line) {
    return ranges.stream().anyMatch(range -> range.first() <= line && line <= end(range));
  }
}
