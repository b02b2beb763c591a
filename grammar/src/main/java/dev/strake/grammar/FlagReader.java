package dev.strake.grammar;

/**
 * Reads the {@code --flags} between a keyword and its arguments.
 *
 * <p>The reference reads them byte by byte, each byte a character. So a character that is not ASCII comes out as the
 * Latin-1 characters of its UTF-8 bytes, and one that holds the byte 0x85 or 0xA0 ends the flag like a blank.
 */
public final class FlagReader {

  private FlagReader() {}

  /** The flag without its quotes and escapes. */
  public static String unquote(String flag, char escape) {
    StringBuilder word = new StringBuilder(flag.length());
    read(flag, 0, flag.length(), escape, word);
    return word.toString();
  }

  /** Reads the flag that starts at {@code from}: appends it to {@code word}, and gives its end. */
  static int read(CharSequence text, int from, int to, char escape, StringBuilder word) {
    char quote = 0;
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (quote == 0 && Whitespace.isSpace(c) && c < 0x80) {
        return at;
      }
      if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
        quote = quote == 0 ? c : 0;
        at++;
        continue;
      }
      boolean escaped = c == escape;
      if (escaped) {
        at++;
        if (at == to) {
          break;
        }
        c = text.charAt(at);
      }
      at++;
      if (c < 0x80) {
        word.append(c);
      } else {
        int wide = Character.codePointAt(text, at - 1);
        at += Character.charCount(wide) - 1;
        boolean ends =
            isLone(wide)
                ? appendByte((char) (wide & 0xFF), quote != 0 || escaped, word)
                : appendBytes(wide, quote != 0, word);
        if (ends) {
          return at;
        }
      }
    }
    return to;
  }

  /** Appends the bytes of a character, up to one that is a space where these count; says whether there was one. */
  private static boolean appendBytes(int codePoint, boolean quoted, StringBuilder word) {
    int bytes = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    int lead = 0xF00 >> bytes & 0xFF | codePoint >> 6 * (bytes - 1);
    word.append((char) lead);
    for (int rest = bytes - 2; rest >= 0; rest--) {
      char c = (char) (0x80 | codePoint >> 6 * rest & 0x3F);
      if (appendByte(c, quoted, word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is a byte that is not UTF-8, as {@link dev.strake.grammar.source.Utf8Escapes} has them. */
  private static boolean isLone(int codePoint) {
    return Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint);
  }

  private static boolean appendByte(char c, boolean quoted, StringBuilder word) {
    if (!quoted && Whitespace.isSpace(c)) {
      return true;
    }
    word.append(c);
    return false;
  }
}
