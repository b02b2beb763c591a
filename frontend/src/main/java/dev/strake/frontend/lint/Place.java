package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Statement;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Span;

/** What a warning points to: the text, and the lines that BuildKit's protocols report. */
public record Place(Span span, LineRange lines) {

  public static Place of(Statement statement) {
    return new Place(statement.span(), statement.lines());
  }
}
