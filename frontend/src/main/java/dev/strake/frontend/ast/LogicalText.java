package dev.strake.frontend.ast;

import dev.strake.grammar.source.Span;
import java.util.Arrays;

/**
 * Text as the instruction sees it: line continuations, and the comments and blank lines between them, taken out. Every
 * place in it can be traced back to the file.
 *
 * <p>Immutable.
 */
public final class LogicalText {

  private static final int[] ONE_PIECE = {0};

  private final String value;
  // Piece i of the value starts at valueStarts[i] and comes from sourceStarts[i] on.
  private final int[] valueStarts;
  private final int[] sourceStarts;
  private final int from;

  private LogicalText(String value, int from, int[] valueStarts, int[] sourceStarts) {
    this.value = value;
    this.from = from;
    this.valueStarts = valueStarts;
    this.sourceStarts = sourceStarts;
  }

  /** Text that stands in the file in one piece, from {@code sourceStart} on. */
  public static LogicalText contiguous(String value, int sourceStart) {
    return new LogicalText(value, 0, ONE_PIECE, new int[] {sourceStart});
  }

  /**
   * Text joined from pieces.
   *
   * @param valueStarts where each piece starts in {@code value}; ascending, the first is 0
   * @param sourceStarts where each piece starts in the file
   */
  public static LogicalText joined(String value, int[] valueStarts, int[] sourceStarts) {
    return new LogicalText(value, 0, valueStarts.clone(), sourceStarts.clone());
  }

  public String value() {
    return value;
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** The part {@code [start, end)} of this text. */
  public LogicalText part(int start, int end) {
    return new LogicalText(value.substring(start, end), from + start, valueStarts, sourceStarts);
  }

  /** Where this whole text stands in the file. */
  public Span span() {
    return span(0, value.length());
  }

  /** Where the part {@code [start, end)} stands in the file. */
  public Span span(int start, int end) {
    int first = sourceOffset(start);
    return new Span(first, end == start ? first : sourceOffset(end - 1) + 1);
  }

  /** Where {@code sourceOffset}, which is in one of the pieces or in front of the first, is in this text. */
  int indexOf(int sourceOffset) {
    int piece = Arrays.binarySearch(sourceStarts, sourceOffset);
    int index = Math.max(0, piece >= 0 ? piece : -piece - 2);
    return Math.max(0, valueStarts[index] + sourceOffset - sourceStarts[index] - from);
  }

  private int sourceOffset(int offset) {
    int at = from + offset;
    int piece = Arrays.binarySearch(valueStarts, at);
    int index = piece >= 0 ? piece : -piece - 2;
    return sourceStarts[index] + at - valueStarts[index];
  }

  @Override
  public String toString() {
    return value;
  }
}
