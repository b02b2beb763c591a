package dev.strake.bridge.error;

import dev.strake.llb.SourceRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A source file that the daemon speaks of, and the places in it that are meant.
 *
 * @param filename the name to show, such as {@code Dockerfile}
 * @param language such as {@code Dockerfile}; empty where not told
 * @param data the file's bytes; not copied
 * @param ranges the places; empty where the whole file is meant
 */
public record SourceExcerpt(String filename, String language, byte[] data, List<SourceRange> ranges) {

  private static final String RULER = "--------------------\n";

  public SourceExcerpt {
    ranges = List.copyOf(ranges);
  }

  /** The place and the text of the first marked line, such as {@code Dockerfile:2: RUN make}; empty where none is. */
  public Optional<String> firstLine() {
    OptionalInt first = ranges.stream().mapToInt(SourceRange::startLine).min();
    return new String(data, StandardCharsets.UTF_8)
        .lines()
        .skip(Math.max(0, first.orElse(0) - 1))
        .findFirst()
        .filter(line -> first.isPresent())
        .map(line -> filename + ":" + first.getAsInt() + ": " + line.strip());
  }

  /** The marked lines with some around them, as {@code buildctl} prints them; empty where no line is marked. */
  public String render() {
    if (ranges.isEmpty()) {
      return "";
    }
    String[] lines = new String(data, StandardCharsets.UTF_8).split("\n", -1);
    int start = ranges.stream().mapToInt(SourceRange::startLine).min().getAsInt();
    int end = ranges.stream().mapToInt(SourceExcerpt::lastLine).max().getAsInt();
    if (start < 1 || start > lines.length) {
      return "";
    }
    return render(lines, start, Math.min(end, lines.length));
  }

  private String render(String[] lines, int start, int end) {
    int padding = start == end ? 4 : 2;
    int first = start;
    int last = end;
    // Each round costs one more than the lines it adds: the window grows as the reference's does.
    for (int spent = 0; spent < padding; spent++) {
      if (first > 1) {
        first--;
        spent++;
      }
      if (last != lines.length) {
        last++;
        spent++;
      }
    }
    StringBuilder text = new StringBuilder(filename).append(':').append(start).append('\n').append(RULER);
    for (int line = first; line <= last; line++) {
      text.append(String.format(" %3d | %s %s\n", line, marker(line), lines[line - 1]));
    }
    return text.append(RULER).toString();
  }

  private String marker(int line) {
    return ranges.stream().anyMatch(range -> range.startLine() <= line && line <= lastLine(range)) ? ">>>" : "   ";
  }

  /** A range whose end lies before its start holds its first line only. */
  private static int lastLine(SourceRange range) {
    return Math.max(range.startLine(), range.endLine());
  }
}
