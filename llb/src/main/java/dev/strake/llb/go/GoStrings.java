package dev.strake.llb.go;

import java.util.Locale;
import java.util.function.IntUnaryOperator;

import java.util.ArrayList;
import java.util.List;

/** Go's {@code strings} and {@code unicode} where Java's own methods answer otherwise. */
public final class GoStrings {

  private static final int REPLACEMENT = 0xFFFD;

  private GoStrings() {}

  /** Go's {@code unicode.IsSpace}. */
  public static boolean isSpace(int c) {
    return switch (c) {
      case '\t', '\n', 0x0b, '\f', '\r', ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200a;
    };
  }

  /** Go's {@code strings.TrimSpace}. */
  public static String trimSpace(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Go's {@code strings.ToLower}: each code point for itself. */
  public static String toLower(String text) {
    return isAscii(text) ? text.toLowerCase(Locale.ROOT) : mapped(text, Character::toLowerCase);
  }

  /** Go's {@code strings.ToUpper}: each code point for itself. */
  public static String toUpper(String text) {
    return isAscii(text) ? text.toUpperCase(Locale.ROOT) : mapped(text, Character::toUpperCase);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String mapped(String text, IntUnaryOperator change) {
    StringBuilder changed = new StringBuilder(text.length());
    // A lone surrogate is a byte that is not UTF-8: Go has none of those left behind.
    text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : change.applyAsInt(c))
        .forEach(changed::appendCodePoint);
    return changed.toString();
  }

  /** Go's order of strings: by the bytes of UTF-8, which is the order of code points. */
  public static int compare(String left, String right) {
    int length = Math.min(left.length(), right.length());
    for (int i = 0; i < length; i++) {
      char a = left.charAt(i);
      char b = right.charAt(i);
      if (a != b) {
        // Surrogates stand for code points above all others of UTF-16's single units.
        boolean surrogates = Character.isSurrogate(a) == Character.isSurrogate(b);
        return surrogates ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }

  /** Go's {@code strings.Fields}: the words between spaces. */
  public static List<String> fields(String text) {
    List<String> fields = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        fields.add(text.substring(start, i));
        start = -1;
      }
    }
    if (start >= 0) {
      fields.add(text.substring(start));
    }
    return fields;
  }

  /** The text as a Go string can hold it: halves of surrogate pairs are U+FFFD. */
  public static String toValid(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        StringBuilder valid = new StringBuilder(text.length());
        text.codePoints()
            .map(c -> Character.isBmpCodePoint(c) && Character.isSurrogate((char) c) ? 0xfffd : c)
            .forEach(valid::appendCodePoint);
        return valid.toString();
      }
    }
    return text;
  }
}
