package dev.strake.grammar.diagnostics;

import dev.strake.grammar.diagnostics.Diagnostic.Label;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import dev.strake.grammar.source.Utf8Escapes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Renders diagnostics for people:
 *
 * <pre>
 * error: unterminated heredoc [unterminated-heredoc]
 *   --> Dockerfile:4:5
 *    |
 *  4 | RUN &lt;&lt;EOF
 *    |     ^^^^^
 *    = help: end it with a line that holds nothing but EOF
 * </pre>
 *
 * <p>Every line ends with {@code \n}. Immutable.
 */
public final class DiagnosticRenderer {

  /** A range of more lines is shown by its first ones and its last. */
  private static final int MOST_LINES = 6;

  private static final int LEAST_WIDTH = 20;

  /** Nobody reads more; a file that is no Dockerfile at all has an error in every line. */
  private static final int MOST_SHOWN = 100;

  /** A circle of stages can have thousands of places. */
  private static final int MOST_LABELS = 20;

  private final Palette palette;
  private final int width;

  /**
   * A renderer.
   *
   * @param width the columns of the terminal; a source line that needs more is cut
   */
  public DiagnosticRenderer(Palette palette, int width) {
    this.palette = palette;
    this.width = width;
  }

  /** What is to be marked in the source, and the text behind it. */
  private record Mark(Span span, String text, char sign, String colour) {}

  /** The first hundred diagnostics, with blank lines between them; a last line says how many more there are. */
  public String render(List<Diagnostic> diagnostics) {
    StringBuilder out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics.subList(0, Math.min(MOST_SHOWN, diagnostics.size()))) {
      out.append(out.isEmpty() ? "" : "\n").append(render(diagnostic));
    }
    if (diagnostics.size() > MOST_SHOWN) {
      out.append("\n... and ").append(diagnostics.size() - MOST_SHOWN).append(" more\n");
    }
    return out.toString();
  }

  /** One diagnostic. */
  public String render(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder();
    String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
    out.append(paint(palette.of(diagnostic.severity()), severity + ":"))
        .append(' ')
        .append(paint(palette.strong(), Utf8Escapes.replaced(diagnostic.message())))
        .append(" [")
        .append(diagnostic.code())
        .append("]\n");
    int gutter = diagnostic.source().map(file -> appendSource(out, diagnostic, file)).orElse(1);
    String edge = " ".repeat(gutter + 2) + paint(palette.frame(), "=") + " ";
    int labels = labels(diagnostic).size();
    if (labels > MOST_LABELS) {
      out.append(edge).append("and ").append(labels - MOST_LABELS).append(" more places\n");
    }
    diagnostic.help().ifPresent(help -> out.append(edge).append("help: ").append(help).append('\n'));
    diagnostic.url().ifPresent(url -> out.append(edge).append("see: ").append(url).append('\n'));
    return out.toString();
  }

  /** Appends the place and the lines of the source; gives how wide the line numbers are. */
  private int appendSource(StringBuilder out, Diagnostic diagnostic, SourceFile file) {
    List<Mark> marks = marks(diagnostic, file);
    List<Integer> lines = shownLines(marks, file);
    int gutter = lines.isEmpty() ? 1 : Integer.toString(lines.get(lines.size() - 1)).length();
    out.append(" ".repeat(gutter + 1)).append(paint(palette.frame(), "-->")).append(' ').append(file.name());
    diagnostic.span().ifPresentOrElse(
        span -> out.append(':').append(file.lineOf(span.start())).append(':').append(file.columnOf(span.start())),
        () -> diagnostic.lines().ifPresent(range -> out.append(':').append(range.first())));
    out.append('\n');
    if (!lines.isEmpty()) {
      out.append(frame(gutter, "")).append('\n');
    }
    int previous = lines.isEmpty() ? 0 : lines.get(0) - 1;
    for (int line : lines) {
      if (line > previous + 1) {
        out.append(" ".repeat(gutter + 1)).append(paint(palette.frame(), "...")).append('\n');
      }
      appendLine(out, line, gutter, marks, file);
      previous = line;
    }
    return gutter;
  }

  /** Those that people are to read. */
  private static List<Label> labels(Diagnostic diagnostic) {
    return diagnostic.labels().stream().filter(label -> !label.text().isEmpty()).toList();
  }

  private List<Mark> marks(Diagnostic diagnostic, SourceFile file) {
    List<Mark> marks = new ArrayList<>();
    diagnostic
        .span()
        .or(() -> diagnostic.lines().flatMap(range -> spanOf(range, file)))
        .ifPresent(span -> marks.add(new Mark(span, "", '^', palette.of(diagnostic.severity()))));
    List<Label> labels = labels(diagnostic);
    for (Label label : labels.subList(0, Math.min(MOST_LABELS, labels.size()))) {
      marks.add(new Mark(label.span(), label.text(), '-', palette.note()));
    }
    return marks;
  }

  private static Optional<Span> spanOf(LineRange range, SourceFile file) {
    if (range.first() < 1 || range.last() > file.lineCount()) {
      return Optional.empty();
    }
    return Optional.of(file.lineSpan(range.first()).cover(file.lineSpan(range.last())));
  }

  private static List<Integer> shownLines(List<Mark> marks, SourceFile file) {
    List<Integer> lines = new ArrayList<>();
    for (Mark mark : marks) {
      int first = file.lineOf(mark.span().start());
      int last = lastLine(mark.span(), file);
      for (int line = first; line <= last; line++) {
        if (line < first + MOST_LINES - 1 || line == last) {
          lines.add(line);
        } else {
          line = last - 1;
        }
      }
    }
    return lines.stream().distinct().sorted(Comparator.naturalOrder()).toList();
  }

  private static int lastLine(Span span, SourceFile file) {
    return span.isEmpty() ? file.lineOf(span.start()) : file.lineOf(span.end() - 1);
  }

  private void appendLine(StringBuilder out, int line, int gutter, List<Mark> marks, SourceFile file) {
    Span whole = file.lineSpan(line);
    String text = file.text(whole);
    int room = Math.max(LEAST_WIDTH, width - gutter - 4);
    String shown = null;
    for (Mark mark : marks) {
      if (file.lineOf(mark.span().start()) > line || lastLine(mark.span(), file) < line) {
        continue;
      }
      Excerpt excerpt = Excerpt.of(text, partIn(whole, text, mark.span()), room);
      // The window of a long line may be another one for each mark in it.
      if (!excerpt.text().equals(shown)) {
        out.append(frame(gutter, Integer.toString(line))).append(excerpt.text().isEmpty() ? "" : " ");
        out.append(excerpt.text()).append('\n');
        shown = excerpt.text();
      }
      String sign = Character.toString(mark.sign()).repeat(excerpt.markWidth());
      boolean last = lastLine(mark.span(), file) == line;
      String label = mark.text().isEmpty() || !last ? "" : " " + mark.text();
      out.append(frame(gutter, "")).append(' ').append(" ".repeat(excerpt.markStart()));
      out.append(paint(mark.colour(), sign + label)).append('\n');
    }
  }

  /** The part of a mark that is in a line, counted from the line's start; where it goes on, without the indentation. */
  private static Span partIn(Span whole, String text, Span mark) {
    int start = Math.max(0, mark.start() - whole.start());
    int end = Math.min(text.length(), mark.end() - whole.start());
    while (mark.start() < whole.start() && start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int from = Math.min(start, text.length());
    return new Span(from, Math.max(from, end));
  }

  private String frame(int gutter, String number) {
    return paint(palette.frame(), " " + " ".repeat(gutter - number.length()) + number + " |");
  }

  private String paint(String colour, String text) {
    return colour.isEmpty() ? text : colour + text + palette.reset();
  }
}
