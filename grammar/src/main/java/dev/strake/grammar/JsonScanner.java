package dev.strake.grammar;

import java.util.BitSet;

/**
 * Walks over JSON text as Go's {@code encoding/json} takes it. Offsets go in and come out; {@link #INVALID} says that
 * no value stands there. Not recursive, so any text can be handed over.
 */
final class JsonScanner {

  static final int INVALID = -1;

  /** Go refuses what is nested deeper. */
  private static final int MAX_DEPTH = 10_000;

  private final String text;

  JsonScanner(String text) {
    this.text = text;
  }

  int length() {
    return text.length();
  }

  char at(int offset) {
    return offset < text.length() ? text.charAt(offset) : 0;
  }

  int skipSpace(int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** The end of the value that starts at {@code from}, which stands {@code depth} arrays and objects deep. */
  int skipValue(int from, int depth) {
    return new Nesting(MAX_DEPTH - depth).skipValue(from);
  }

  /** The arrays and objects that are open while a value is gone over. Used once. */
  private final class Nesting {

    private final int maxDepth;
    private final BitSet objects = new BitSet();
    private int open;

    Nesting(int maxDepth) {
      this.maxDepth = maxDepth;
    }

    int skipValue(int from) {
      int at = from;
      do {
        char c = at(at);
        boolean opens = c == '[' || c == '{';
        at = opens ? open(c == '{', at) : skipScalar(at);
        if (at == INVALID || open == 0) {
          return at;
        }
        if (!opens || isClose(at)) {
          at = goOn(closeAll(opens ? at : skipSpace(at)));
        } else if (objects.get(open - 1)) {
          at = skipKey(at);
        }
      } while (open > 0 && at != INVALID);
      return at;
    }

    /** Goes over an opening bracket and the spaces behind it. */
    private int open(boolean object, int bracket) {
      if (open == maxDepth) {
        return INVALID;
      }
      objects.set(open++, object);
      return skipSpace(bracket + 1);
    }

    private boolean isClose(int at) {
      return at(at) == (objects.get(open - 1) ? '}' : ']');
    }

    /** Goes over the brackets that close here. */
    private int closeAll(int from) {
      int at = from;
      while (open > 0 && isClose(at)) {
        open--;
        at = open == 0 ? at + 1 : skipSpace(at + 1);
      }
      return at;
    }

    /** Goes to the next element, if anything is open still. */
    private int goOn(int from) {
      if (open == 0) {
        return from;
      }
      if (at(from) != ',') {
        return INVALID;
      }
      int next = skipSpace(from + 1);
      return objects.get(open - 1) ? skipKey(next) : next;
    }
  }

  /** Goes over a key, the colon, and the spaces around it. */
  int skipKey(int from) {
    int end = skipString(from);
    if (end == INVALID) {
      return INVALID;
    }
    int colon = skipSpace(end);
    return at(colon) == ':' ? skipSpace(colon + 1) : INVALID;
  }

  private int skipScalar(int from) {
    char c = at(from);
    return switch (c) {
      case '"' -> skipString(from);
      case 't' -> skipWord("true", from);
      case 'f' -> skipWord("false", from);
      case 'n' -> skipWord("null", from);
      default -> c == '-' || isDigit(c) ? skipNumber(from) : INVALID;
    };
  }

  private int skipWord(String word, int from) {
    return text.startsWith(word, from) ? from + word.length() : INVALID;
  }

  /** The end of the string, behind its closing quote. */
  int skipString(int from) {
    if (at(from) != '"') {
      return INVALID;
    }
    int at = from + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c < 0x20) {
        return INVALID;
      }
      at = c == '\\' ? skipEscape(at) : at + 1;
      if (at == INVALID) {
        return INVALID;
      }
    }
    return INVALID;
  }

  private int skipEscape(int backslash) {
    char c = at(backslash + 1);
    if (c != 'u') {
      return c != 0 && "\"\\/bfnrt".indexOf(c) >= 0 ? backslash + 2 : INVALID;
    }
    for (int i = backslash + 2; i < backslash + 6; i++) {
      if (Character.digit(at(i), 16) < 0 || at(i) > 'f') {
        return INVALID;
      }
    }
    return backslash + 6;
  }

  private int skipNumber(int from) {
    int at = at(from) == '-' ? from + 1 : from;
    if (!isDigit(at(at))) {
      return INVALID;
    }
    at = at(at) == '0' ? at + 1 : skipDigits(at);
    if (at(at) == '.') {
      if (!isDigit(at(at + 1))) {
        return INVALID;
      }
      at = skipDigits(at + 1);
    }
    if (at(at) == 'e' || at(at) == 'E') {
      int digits = at(at + 1) == '+' || at(at + 1) == '-' ? at + 2 : at + 1;
      if (!isDigit(at(digits))) {
        return INVALID;
      }
      at = skipDigits(digits);
    }
    // What is too large for a float64 is an error to Go's decoder, and so the whole text is not JSON.
    return Double.isInfinite(Double.parseDouble(text.substring(from, at))) ? INVALID : at;
  }

  private int skipDigits(int from) {
    int at = from;
    while (isDigit(at(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The value of the string {@code [from, to)}, quotes included, that {@link #skipString} went over. */
  String decode(int from, int to) {
    String raw = text.substring(from + 1, to - 1);
    if (raw.indexOf('\\') < 0) {
      return raw;
    }
    StringBuilder value = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      c = raw.charAt(++i);
      if (c == 'u') {
        i = appendUnicode(raw, i, value);
      } else {
        value.append(unescape(c));
      }
    }
    return value.toString();
  }

  private static char unescape(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  /**
   * Appends the escape whose {@code u} stands at {@code at}, a surrogate with its other half; gives its last offset.
   */
  private static int appendUnicode(String raw, int at, StringBuilder value) {
    char unit = (char) Integer.parseInt(raw, at + 1, at + 5, 16);
    if (!Character.isSurrogate(unit)) {
      value.append(unit);
      return at + 4;
    }
    if (Character.isHighSurrogate(unit) && raw.startsWith("\\u", at + 5)) {
      char low = (char) Integer.parseInt(raw, at + 7, at + 11, 16);
      if (Character.isLowSurrogate(low)) {
        value.append(unit).append(low);
        return at + 10;
      }
    }
    value.append('\uFFFD');
    return at + 4;
  }
}
