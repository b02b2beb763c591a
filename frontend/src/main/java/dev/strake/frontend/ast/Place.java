package dev.strake.frontend.ast;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Span;

/**
 * Where in a Dockerfile something stands, for all that is said about it.
 *
 * @param span the text that people are shown
 * @param lines what BuildKit's protocols are told, and graphs say of their ops
 */
public record Place(Span span, LineRange lines) {

  /** The place of what no line of the file stands for: such as an image that only a mount names. */
  public static final Place NOWHERE = new Place(Span.at(0), new LineRange(0, 0));

  public static Place of(Statement statement) {
    return new Place(statement.span(), statement.lines());
  }
}
