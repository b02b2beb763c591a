package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Span;

/** What a warning points to: the text, and the lines that BuildKit's protocols report. */
public record Place(Span span, LineRange lines) {

  /** The place of what no line of the file stands for: such as an image that only a mount names. */
  public static final Place NOWHERE = new Place(Span.at(0), new LineRange(0, 0));

  public static Place of(Statement statement) {
    return new Place(statement.span(), statement.lines());
  }
}
