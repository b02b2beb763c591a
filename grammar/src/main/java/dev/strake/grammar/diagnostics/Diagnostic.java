package dev.strake.grammar.diagnostics;

import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing said about a source file: what is wrong, where, and what to do about it.
 *
 * <p>Diagnostics are made by the named factory methods of each package's catalogue class only, one per diagnostic,
 * which tests use as the expected value.
 *
 * @param code a stable name, such as {@code unknown-instruction}; for a lint warning the rule's name
 * @param severity how much it matters
 * @param message what is wrong: for an error, the reference's sentence, word for word; bytes of the file that are not
 *     UTF-8 are in it as {@code Utf8Escapes} has them, to be replaced where people read it
 * @param source the file that is spoken of; absent where no file is
 * @param span the primary place; absent where the whole file is meant
 * @param lines the line range that BuildKit's protocols report (1-based, inclusive), which may be wider than the span
 * @param labels further places, each with a note
 * @param help what to do; absent where no remedy is known
 * @param url a page that says more
 */
public record Diagnostic(
    String code,
    Severity severity,
    String message,
    Optional<SourceFile> source,
    Optional<Span> span,
    Optional<LineRange> lines,
    List<Label> labels,
    Optional<String> help,
    Optional<String> url) {

  public Diagnostic {
    labels = List.copyOf(labels);
  }

  /**
   * A further place in the same file, and what it has to do with the matter.
   *
   * @param text empty where only BuildKit's protocols tell of the place, and people need not read of it
   * @param lines its lines where BuildKit's protocols report them beside the primary ones
   */
  public record Label(Span span, String text, Optional<LineRange> lines) {}

  /** Lines {@code [first, last]}, from 1, both inclusive. */
  public record LineRange(int first, int last) {

    /** Its lines one by one: BuildKit's protocols tell a place line for line. */
    public List<LineRange> each() {
      return new EachLine(List.of(this));
    }
  }

  /** An error at a place. */
  public static Diagnostic error(String code, String message, SourceFile source, Span span) {
    return new Diagnostic(
        code,
        Severity.ERROR,
        message,
        Optional.of(source),
        Optional.of(span),
        Optional.of(linesOf(source, span)),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** An error in a file, nobody knows where. */
  public static Diagnostic error(String code, String message, SourceFile source) {
    return new Diagnostic(
        code,
        Severity.ERROR,
        message,
        Optional.of(source),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** An error without a place. */
  public static Diagnostic error(String code, String message) {
    return new Diagnostic(
        code,
        Severity.ERROR,
        message,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The lines that BuildKit's protocols report, one by one. */
  public List<LineRange> eachLine() {
    return new EachLine(reported().toList());
  }

  /** The same, place for place; a file without a place in it is one that has no lines. */
  public List<List<LineRange>> places() {
    boolean wholeFile = source.isPresent() && span.isEmpty() && lines.isEmpty();
    return wholeFile ? List.of(List.of()) : reported().map(LineRange::each).toList();
  }

  private Stream<LineRange> reported() {
    return Stream.concat(lines.stream(), labels.stream().flatMap(label -> label.lines().stream()));
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  public Diagnostic withHelp(String text) {
    return new Diagnostic(code, severity, message, source, span, lines, labels, Optional.of(text), url);
  }

  public Diagnostic withLines(int first, int last) {
    return new Diagnostic(
        code, severity, message, source, span, Optional.of(new LineRange(first, last)), labels, help, url);
  }

  /** The same with a place that is for people only: BuildKit's protocols report none. */
  public Diagnostic withoutLines() {
    return new Diagnostic(code, severity, message, source, span, Optional.empty(), labels, help, url);
  }

  public Diagnostic withLabel(Span place, String text) {
    return withLabels(List.of(new Label(place, text, Optional.empty())));
  }

  /** With further places behind those that there are. */
  public Diagnostic withLabels(List<Label> further) {
    List<Label> more = new ArrayList<>(labels);
    more.addAll(further);
    return new Diagnostic(code, severity, message, source, span, lines, more, help, url);
  }

  private static LineRange linesOf(SourceFile source, Span span) {
    int first = source.lineOf(span.start());
    int last = span.isEmpty() ? first : source.lineOf(span.end() - 1);
    return new LineRange(first, last);
  }
}
