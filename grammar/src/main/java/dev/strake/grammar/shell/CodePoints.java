package dev.strake.grammar.shell;

/** A text's code points, one after the other, behind a byte order mark. Mutable. */
final class CodePoints {

  /** What stands behind the last code point. */
  static final int END = -1;

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String text;
  private int position;

  CodePoints(String text) {
    this.text = text;
    this.position = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
  }

  int peek() {
    return position < text.length() ? text.codePointAt(position) : END;
  }

  int next() {
    int c = peek();
    if (c != END) {
      position += Character.charCount(c);
    }
    return c;
  }

  /**
   * Goes over what is next, whatever it is, and then up to a character that may mean something: a dollar sign, a quote,
   * an angle bracket, or one of these two.
   */
  void copyPlain(int stop, char escape, StringBuilder out) {
    int start = position;
    next();
    while (position < text.length() && isPlain(text.charAt(position), stop, escape)) {
      position++;
    }
    out.append(text, start, position);
  }

  private static boolean isPlain(char c, int stop, char escape) {
    return c != stop && c != escape && c != '$' && c != '<' && c != '\'' && c != '"';
  }

  /** Goes up to {@code stop}, or to the end, where there is none. */
  boolean copyUpTo(char stop, StringBuilder out) {
    int found = text.indexOf(stop, position);
    int end = found < 0 ? text.length() : found;
    out.append(text, position, end);
    position = end;
    return found >= 0;
  }

  /** The code point as text; what is none, as Go shows it. */
  static String toText(int c) {
    return Character.toString(c == END ? 0xFFFD : c);
  }

  boolean atEnd() {
    return position == text.length();
  }
}
