package dev.strake.frontend.ast;

import dev.strake.grammar.LinePieces;
import dev.strake.grammar.LineText;
import dev.strake.grammar.source.Span;

/**
 * Text as the instruction sees it: line continuations, and the comments and blank lines between them, taken out. Every
 * place in it can be traced back to the file.
 *
 * <p>Immutable.
 */
public final class LogicalText {

  private final String value;
  private final LinePieces pieces;
  private final int from;

  private LogicalText(String value, int from, LinePieces pieces) {
    this.value = value;
    this.from = from;
    this.pieces = pieces;
  }

  /** The text of a whole line. */
  static LogicalText of(LineText line) {
    return new LogicalText(line.value(), line.offset(), line.pieces());
  }

  public String value() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** The part {@code [start, end)} of this text. */
  public LogicalText part(int start, int end) {
    return start == 0 && end == value.length()
        ? this
        : new LogicalText(value.substring(start, end), from + start, pieces);
  }

  /** This text with bytes in front of it that are the end of the character before it. */
  LogicalText behind(String bytes) {
    return bytes.isEmpty() ? this : new LogicalText(bytes + value, Math.max(0, from - bytes.length()), pieces);
  }

  /** Where this whole text stands in the file. */
  public Span span() {
    return span(0, value.length());
  }

  /** Where the part {@code [start, end)} stands in the file. */
  public Span span(int start, int end) {
    int first = pieces.sourceOf(from + start);
    return new Span(first, end == start ? first : pieces.sourceOf(from + end - 1) + 1);
  }

  /** Where {@code sourceOffset}, which is in one of the pieces or in front of the first, is in this text. */
  int indexOf(int sourceOffset) {
    return Math.max(0, pieces.valueOf(sourceOffset) - from);
  }

  @Override
  public String toString() {
    return value;
  }
}
