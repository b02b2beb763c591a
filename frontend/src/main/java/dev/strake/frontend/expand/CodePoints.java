package dev.strake.frontend.expand;

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

  /** The code point as text; what is none, as Go shows it. */
  static String toText(int c) {
    return Character.toString(c == END ? 0xFFFD : c);
  }

  boolean atEnd() {
    return position == text.length();
  }
}
