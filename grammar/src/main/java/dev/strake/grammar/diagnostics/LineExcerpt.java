package dev.strake.grammar.diagnostics;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** The lines of a file around places in it, as BuildKit shows them with errors and warnings. Immutable. */
public final class LineExcerpt {

  private static final String RULE = "--------------------\n";

  private final String filename;
  private final String text;
  // Where each line starts, and at last where one behind the last would.
  private final int[] starts;

  /** Excerpts from a file of these bytes. */
  public LineExcerpt(String filename, byte[] data) {
    this.filename = filename;
    this.text = new String(data, StandardCharsets.UTF_8);
    this.starts = starts(text);
  }

  private static int[] starts(String text) {
    int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
    int[] starts = new int[lines + 1];
    for (int line = 1; line < lines; line++) {
      starts[line] = text.indexOf('\n', starts[line - 1]) + 1;
    }
    starts[lines] = text.length() + 1;
    return starts;
  }

  private String line(int number) {
    return text.substring(starts[number - 1], starts[number] - 1);
  }

  /** The excerpt; empty where there are no ranges, or they are outside of the file. */
  public static String of(String filename, byte[] data, List<LineRange> ranges) {
    return new LineExcerpt(filename, data).around(ranges);
  }

  /** The excerpt; empty where there are no ranges, or they are outside of the file. */
  public String around(List<LineRange> ranges) {
    int lines = starts.length - 1;
    int first = ranges.stream().mapToInt(LineRange::first).min().orElse(0);
    if (first < 1 || first > lines) {
      return "";
    }
    int last = Math.min(lines, ranges.stream().mapToInt(LineExcerpt::end).max().orElse(first));
    StringBuilder excerpt = new StringBuilder(filename + ":" + first + "\n" + RULE);
    int start = first;
    // One line counts once for each side that it widens, and once for the round.
    for (int padded = 0, wanted = first == last ? 4 : 2; padded < wanted; padded++) {
      if (start > 1) {
        start--;
        padded++;
      }
      if (last != lines) {
        last++;
        padded++;
      }
    }
    BitSet marked = marked(ranges);
    for (int line = start; line <= last; line++) {
      excerpt.append(String.format(" %3d | %s %s\n", line, marked.get(line) ? ">>>" : "   ", line(line)));
    }
    return excerpt.append(RULE).toString();
  }

  private static int end(LineRange range) {
    return Math.max(range.first(), range.last());
  }

  private static BitSet marked(List<LineRange> ranges) {
    BitSet marked = new BitSet();
    ranges.forEach(range -> marked.set(range.first(), end(range) + 1));
    return marked;
  }
}
