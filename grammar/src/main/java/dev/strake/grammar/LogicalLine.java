package dev.strake.grammar;

import java.util.Arrays;

/**
 * One logical line, read from the file: its physical lines joined, without the continuations, and without the comments
 * and blank lines behind these. Each piece of the joined text remembers where it stands in the file.
 *
 * <p>Mutable: the lexer reads all lines of a file into the same one. Offsets are UTF-16 code units.
 */
final class LogicalLine {

  private final String text;
  private final PhysicalLines physical;
  private final int pieceLimit;
  private final StringBuilder joined = new StringBuilder(0);
  private String value = "";
  private int[] valueEnds = new int[8];
  private int[] sourceStarts = new int[8];
  private int pieces;
  private int next;
  private boolean open;
  private boolean blankLines;

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
    pieces = 0;
    blankLines = false;
    open = take(start, escape);
    // A line that is too long ends the file, as far as the reference is concerned.
    while (open && pieces <= pieceLimit && physical.advance()) {
      int first = physical.firstNonSpace();
      if (first == physical.contentEnd()) {
        blankLines = true;
      } else if (text.charAt(first) != '#') {
        open = take(physical.start(), escape);
      }
    }
    next = physical.next();
    value = pieces == 1 ? text.substring(start, start + valueEnds[0]) : join();
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
    add(start, continued ? at - 1 : end);
    return continued;
  }

  private static boolean isIndent(char c) {
    return c == ' ' || c == '\t';
  }

  private void add(int start, int end) {
    if (pieces == valueEnds.length) {
      valueEnds = Arrays.copyOf(valueEnds, pieces * 2);
      sourceStarts = Arrays.copyOf(sourceStarts, pieces * 2);
    }
    valueEnds[pieces] = (pieces == 0 ? 0 : valueEnds[pieces - 1]) + end - start;
    sourceStarts[pieces++] = start;
  }

  private String join() {
    joined.setLength(0);
    joined.ensureCapacity(valueEnds[pieces - 1]);
    for (int i = 0; i < pieces; i++) {
      joined.append(text, sourceStarts[i], sourceEnd(i));
    }
    return joined.toString();
  }

  /** What was read, as a value. */
  LineText toText() {
    int end = open ? next : sourceEnd(pieces - 1);
    int last = Math.max(sourceStarts[0], end - 1);
    return pieces == 1
        ? new LineText(value, LinePieces.WHOLE, sourceStarts[0], last, blankLines)
        : new LineText(value, places(), 0, last, blankLines);
  }

  /** The places of all pieces that hold something; of the first, if none does. */
  private LinePieces places() {
    int[] starts = new int[pieces];
    int[] places = new int[pieces];
    places[0] = sourceStarts[0];
    int count = 0;
    int start = 0;
    for (int i = 0; i < pieces; i++) {
      if (valueEnds[i] > start) {
        starts[count] = start;
        places[count++] = sourceStarts[i];
        start = valueEnds[i];
      }
    }
    int size = Math.max(1, count);
    return size == pieces
        ? new LinePieces(starts, places)
        : new LinePieces(Arrays.copyOf(starts, size), Arrays.copyOf(places, size));
  }

  /** The line without its continuations. */
  String value() {
    return value;
  }

  int length() {
    return value.length();
  }

  char charAt(int index) {
    return value.charAt(index);
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
