package dev.strake.grammar;

import dev.strake.grammar.source.Whitespace;

/**
 * Goes through the physical lines of a text. A line ends behind its {@code \n}; the last one may have none.
 *
 * <p>Mutable. It stops in front of a line that is longer than the limit.
 */
final class PhysicalLines {

  private final String text;
  private final int limit;
  private int start;
  private int contentEnd;
  private int next;
  private boolean overlong;

  /**
   * Starts in front of the first line.
   *
   * @param limit the most bytes that a line may have with its end; without one it may have one less
   */
  PhysicalLines(String text, int limit) {
    this.text = text;
    this.limit = limit;
  }

  /** Goes on to the next line, if there is one and it is not too long. */
  boolean advance() {
    if (next == text.length() || overlong) {
      return false;
    }
    int end = text.indexOf('\n', next);
    int behind = end < 0 ? text.length() : end + 1;
    // A code unit is three bytes at the most.
    if (behind - next > limit / 3 && bytes(next, behind) > (end < 0 ? limit - 1 : limit)) {
      overlong = true;
      return false;
    }
    start = next;
    next = behind;
    contentEnd = end < 0 ? behind : end;
    while (contentEnd > start && text.charAt(contentEnd - 1) == '\r') {
      contentEnd--;
    }
    return true;
  }

  private int bytes(int from, int to) {
    int bytes = to - from;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 0 : c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }
    return bytes;
  }

  /** Goes back in front of the current line. */
  void back() {
    next = start;
  }

  /** Goes on at this offset: the next line starts there. */
  void skipTo(int offset) {
    next = offset;
  }

  int firstNonSpace() {
    return Whitespace.skip(text, start, contentEnd);
  }

  int start() {
    return start;
  }

  /** Where the line's text ends; every {@code \r} at its end belongs to the line end. */
  int contentEnd() {
    return contentEnd;
  }

  int next() {
    return next;
  }

  boolean isOverlong() {
    return overlong;
  }
}
