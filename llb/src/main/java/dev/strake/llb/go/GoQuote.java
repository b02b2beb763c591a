package dev.strake.llb.go;

import java.util.HexFormat;
import java.util.List;

/** Go's quoted strings: {@code strconv.Quote}, which is {@code %q} too. */
public final class GoQuote {

  // A byte that is not UTF-8 stands in a text as a lone surrogate that ends in it.
  private static final int FIRST_BYTE = 0xdc80;
  private static final int LAST_BYTE = 0xdcff;

  private GoQuote() {}

  /** The text in double quotes, with escapes for what is not printable. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      appendEscaped(quoted, c);
      i += Character.charCount(c);
    }
    return quoted.append('"').toString();
  }

  /** A list as {@code %q} gives it, such as {@code ["a" "b"]}. */
  public static String quote(List<String> texts) {
    StringBuilder quoted = new StringBuilder("[");
    for (String text : texts) {
      quoted.append(quoted.length() > 1 ? " " : "").append(quote(text));
    }
    return quoted.append(']').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int c) {
    switch (c) {
      case '"', '\\' -> quoted.append('\\').append((char) c);
      case 0x07 -> quoted.append("\\a");
      case '\b' -> quoted.append("\\b");
      case '\f' -> quoted.append("\\f");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      case 0x0b -> quoted.append("\\v");
      default -> {
        if (isPrintable(c)) {
          quoted.appendCodePoint(c);
        } else {
          appendHex(quoted, c);
        }
      }
    }
  }

  private static void appendHex(StringBuilder quoted, int c) {
    boolean escapedByte = c >= FIRST_BYTE && c <= LAST_BYTE;
    if (c < ' ' || c == 0x7f || escapedByte) {
      quoted.append("\\x").append(HexFormat.of().toHexDigits(c & 0xff, 2));
    } else if (Character.isBmpCodePoint(c)) {
      // Another lone surrogate cannot be in a Go string: it would have been read as U+FFFD.
      quoted.append("\\u").append(HexFormat.of().toHexDigits(Character.isSurrogate((char) c) ? 0xFFFD : c, 4));
    } else {
      quoted.append("\\U").append(HexFormat.of().toHexDigits(c, 8));
    }
  }

  /** Go's {@code unicode.IsPrint}: letters, marks, numbers, punctuation, symbols and the ASCII space. */
  public static boolean isPrintable(int c) {
    if (c < 0x80) {
      return c >= ' ' && c < 0x7f;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
