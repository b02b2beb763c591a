package dev.strake.llb.go;

/** Go's {@code strconv.Unquote}, for the escapes that text has. */
public final class GoUnquote {

  private static final String ESCAPES = "abfnrtv\\'\"";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\'\"";
  private static final int HEX = 16;

  private GoUnquote() {}

  /** The text of a constant in double, single or back quotes. */
  public static GoResult<String> unquote(String quoted) {
    String body = quoted.substring(1, quoted.length() - 1);
    if (quoted.startsWith("`")) {
      return GoResult.of(body.replace("\r", ""));
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < body.length()) {
      char c = body.charAt(at);
      if (c == '\n') {
        return invalid();
      }
      if (c != '\\') {
        text.append(c);
        at++;
        continue;
      }
      char escape = at + 1 < body.length() ? body.charAt(at + 1) : 0;
      int simple = ESCAPES.indexOf(escape);
      int digits = escape == 'x' ? 2 : escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
      if (simple >= 0) {
        text.append(MEANINGS.charAt(simple));
      } else if (digits == 0 || !appendCodePoint(text, body, at + 2, digits)) {
        return invalid();
      }
      at += 2 + (simple >= 0 ? 0 : digits);
    }
    return GoResult.of(text.toString());
  }

  private static boolean appendCodePoint(StringBuilder text, String body, int start, int digits) {
    try {
      int code = Integer.parseInt(body.substring(start, start + digits), HEX);
      if (code < 0 || !Character.isValidCodePoint(code)) {
        return false;
      }
      text.appendCodePoint(code);
      return true;
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      return false;
    }
  }

  private static GoResult<String> invalid() {
    return GoResult.error("invalid syntax");
  }
}
