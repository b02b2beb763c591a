package dev.strake.llb;

import java.util.function.IntPredicate;

/** Kinds of characters in names and digests. */
final class Ascii {

  private Ascii() {}

  /** Whether all characters {@code [from, to)} are of one kind. */
  static boolean all(String text, int from, int to, IntPredicate kind) {
    for (int i = from; i < to; i++) {
      if (!kind.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLowerAlphanumeric(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }

  static boolean isAlphanumeric(int c) {
    return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isLowerHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }

  static boolean isHex(int c) {
    return isLowerHex(c) || (c >= 'A' && c <= 'F');
  }
}
