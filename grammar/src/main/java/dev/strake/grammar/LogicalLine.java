package dev.strake.grammar;

import java.util.Arrays;

/**
 * One logical line, read from the file: its physical lines joined, without the continuations, and without the comments
 * and blank lines behind these. Each piece of the joined text remembers where it stands in the file.
 *
 * <p>Mutable: the lexer reads all lines of a file into the same one. Offsets are UTF-16 code units.
 */
final class LogicalLine implements CharSequence {

  private final String text;
  private final PhysicalLines physical;
  private final int pieceLimit;
  private char[] chars = new char[256];
  private int length;
  private int[] valueEnds = new int[8];
  private int[] sourceStarts = new int[8];
  private int pieces;
  private int next;
  private boolean open;

  LogicalLine(String text, PhysicalLines physical, int pieceLimit) {
    this.text = text;
    this.physical = physical;
    this.pieceLimit = pieceLimit;
  }

  /**
   * Reads the line that starts at {@code start}, behind its indentation; the physical line is the current one.
   *
   * @return false when it has more pieces than the limit, and was not read to its end
   */
  boolean read(int start, char escape) {
    length = 0;
    pieces = 0;
    open = take(start, escape);
    // A line that is too long ends the file, as far as the reference is concerned.
    while (open && pieces <= pieceLimit && physical.advance()) {
      int first = physical.firstNonSpace();
      if (first < physical.contentEnd() && text.charAt(first) != '#') {
        open = take(physical.start(), escape);
      }
    }
    next = physical.next();
    return pieces <= pieceLimit;
  }

  /** Adds a piece that goes to the end of the physical line, and says whether the line goes on behind it. */
  private boolean take(int start, char escape) {
    int end = physical.contentEnd();
    int at = end;
    while (at > start && isIndent(text.charAt(at - 1))) {
      at--;
    }
    boolean continued =
        at > start && text.charAt(at - 1) == escape && (at - 1 == start || text.charAt(at - 2) != escape);
    append(start, continued ? at - 1 : end);
    return continued;
  }

  private static boolean isIndent(char c) {
    return c == ' ' || c == '\t';
  }

  private void append(int start, int end) {
    int size = end - start;
    if (length + size > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(length + size, chars.length * 2));
    }
    text.getChars(start, end, chars, length);
    length += size;
    if (pieces == valueEnds.length) {
      valueEnds = Arrays.copyOf(valueEnds, pieces * 2);
      sourceStarts = Arrays.copyOf(sourceStarts, pieces * 2);
    }
    valueEnds[pieces] = length;
    sourceStarts[pieces++] = start;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public String subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return subSequence(0, length);
  }

  /** Whether it holds two angle brackets, without which there is no heredoc. */
  boolean mayOpenHeredoc() {
    for (int i = 0; i + 1 < length; i++) {
      if (chars[i] == '<' && chars[i + 1] == '<') {
        return true;
      }
    }
    return false;
  }

  int pieces() {
    return pieces;
  }

  /** Where piece {@code i} ends in the joined text. */
  int valueEnd(int i) {
    return valueEnds[i];
  }

  /** Where piece {@code i} starts in the file. */
  int sourceStart(int i) {
    return sourceStarts[i];
  }

  /** Where piece {@code i} ends in the file. */
  int sourceEnd(int i) {
    return sourceStarts[i] + valueEnds[i] - (i == 0 ? 0 : valueEnds[i - 1]);
  }

  /** Whether the file ended where a continuation was due. */
  boolean isOpen() {
    return open;
  }

  /** The offset behind all physical lines that were read. */
  int next() {
    return next;
  }
}
