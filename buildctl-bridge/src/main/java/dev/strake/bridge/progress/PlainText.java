package dev.strake.bridge.progress;

/** A program's output without what would move the cursor or change colours. */
final class PlainText {

  private static final char ESCAPE = '\033';

  private PlainText() {}

  /** The text as it would stand in its line: what follows the last carriage return, tabs as spaces. */
  static String of(String text) {
    int start = text.lastIndexOf('\r') + 1;
    StringBuilder plain = new StringBuilder(text.length() - start);
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ESCAPE) {
        at = afterEscape(text, at);
        continue;
      }
      if (c == '\t') {
        plain.append(' ');
      } else if (!Character.isISOControl(c)) {
        plain.append(c);
      }
      at++;
    }
    return plain.toString();
  }

  /** Behind a sequence such as {@code ESC [ 3 1 m}, whose end is its first letter. */
  private static int afterEscape(String text, int escape) {
    int at = escape + 1;
    if (at < text.length() && text.charAt(at) == '[') {
      at++;
      while (at < text.length() && !(text.charAt(at) >= '@' && text.charAt(at) <= '~')) {
        at++;
      }
    }
    return Math.min(text.length(), at + 1);
  }
}
