package dev.strake.grammar.source;

/** The notions of white space that the reference has, and which it does not mix. */
public final class Whitespace {

  private Whitespace() {}

  /** What Go's {@code unicode.IsSpace} takes: lines and arguments are trimmed of it. */
  public static boolean isSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || c >= '\t' && c <= '\r';
    }
    return c == 0x85 || c == 0xA0 || c >= 0x1680 && isWideSpace(c);
  }

  private static boolean isWideSpace(char c) {
    return c == 0x1680
        || c >= 0x2000 && c <= 0x200A
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** What is a space to whom each byte is a character: also a 0x85 and a 0xA0 that are no part of a character. */
  public static boolean isSpaceByte(char c) {
    return c < 0x80 ? isSpace(c) : c == '\uDC85' || c == '\uDCA0';
  }

  /** The first offset in {@code [from, to)} that holds no space of one byte, or {@code to}. */
  public static int skipSpaceBytes(CharSequence text, int from, int to) {
    int at = from;
    while (at < to && isSpaceByte(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The first offset from {@code from} on that holds a space of one byte, or the text's length. */
  public static int findSpaceByte(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && !isSpaceByte(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** What separates a keyword and words: tab, vertical tab, form feed, carriage return and blank. */
  public static boolean separatesWords(char c) {
    return c == ' ' || c == '\t' || c >= 0x0B && c <= '\r';
  }

  /** What {@code \s} takes in a regular expression of Go. */
  public static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  /** The first offset in {@code [from, to)} that holds no blank, or {@code to}. */
  public static int skipBlanks(String text, int from, int to) {
    int at = from;
    while (at < to && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The first offset in {@code [from, to)} that holds no space, or {@code to}. */
  public static int skip(CharSequence text, int from, int to) {
    int at = from;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The offset behind the last character in {@code [from, to)} that is no space, or {@code from}. */
  public static int trimEnd(CharSequence text, int from, int to) {
    int at = to;
    while (at > from && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** The text without the spaces at both ends. */
  public static String trim(String text) {
    int start = skip(text, 0, text.length());
    return text.substring(start, trimEnd(text, start, text.length()));
  }
}
