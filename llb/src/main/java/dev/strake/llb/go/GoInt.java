package dev.strake.llb.go;

/** Go's integer parsing, with its error texts. */
public final class GoInt {
  private static final int MAX_BASE = 36;
  private static final int LONG_BITS = 64;

  private GoInt() {}

  /** {@code strconv.Atoi}. */
  public static GoResult<Long> atoi(String text) {
    return signed("Atoi", text, 10, LONG_BITS);
  }

  /**
   * {@code strconv.ParseInt}.
   *
   * @param base 0 for what the prefix says, else 2 to 36
   * @param bits 1 to 64; 0 for 64
   */
  public static GoResult<Long> parseInt(String text, int base, int bits) {
    return signed("ParseInt", text, base, bits == 0 ? LONG_BITS : bits);
  }

  /** {@code strconv.ParseUint}; the value is unsigned, and base and bits are as in {@link #parseInt}. */
  public static GoResult<Long> parseUint(String text, int base, int bits) {
    return magnitude("ParseUint", text, text, base, bits == 0 ? LONG_BITS : bits);
  }

  private static GoResult<Long> signed(String function, String text, int base, int bits) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    GoResult<Long> magnitude = magnitude(function, text, digits, base, bits);
    if (magnitude.value().isEmpty()) {
      return magnitude;
    }
    long value = magnitude.value().get();
    long limit = 1L << (bits - 1);
    boolean fits = Long.compareUnsigned(value, negative ? limit : limit - 1) <= 0;
    return fits ? GoResult.of(negative ? -value : value) : outOfRange(function, text);
  }

  /** The digits' value, unsigned. A number that is too big is reported before what is wrong behind it. */
  private static GoResult<Long> magnitude(String function, String text, String digits, int base, int bits) {
    if (digits.isEmpty()) {
      return invalid(function, text);
    }
    if (base != 0 && (base < 2 || base > MAX_BASE)) {
      return error(function, text, "invalid base " + base);
    }
    int actual = base == 0 ? prefixBase(digits) : base;
    int start = base == 0 && actual != 10 ? prefixLength(digits) : 0;
    long max = bits == LONG_BITS ? -1L : (1L << bits) - 1;
    long limit = Long.divideUnsigned(max, actual);
    long value = 0;
    for (int i = start; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c == '_' && base == 0) {
        continue;
      }
      int digit = c < 0x80 ? Character.digit(c, actual) : -1;
      if (digit < 0) {
        return invalid(function, text);
      }
      boolean tooBig = Long.compareUnsigned(value, limit) > 0;
      value = value * actual + digit;
      if (tooBig || Long.compareUnsigned(value, digit) < 0 || Long.compareUnsigned(value, max) > 0) {
        return outOfRange(function, text);
      }
    }
    return base == 0 && !underscoresFit(digits) ? invalid(function, text) : GoResult.of(value);
  }

  private static int prefixBase(String digits) {
    if (digits.charAt(0) != '0') {
      return 10;
    }
    char mark = digits.length() < 3 ? ' ' : digits.charAt(1);
    return switch (mark) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }

  private static int prefixLength(String digits) {
    boolean lettered = digits.length() >= 3 && "xXbBoO".indexOf(digits.charAt(1)) >= 0;
    // A plain zero that marks an octal number counts as a digit of it.
    return lettered ? 2 : digits.length() > 1 ? 1 : 0;
  }

  /** Whether underscores stand only between digits, or between a prefix and a digit. */
  private static boolean underscoresFit(String digits) {
    boolean lettered = digits.length() >= 2 && digits.charAt(0) == '0' && "xXbBoO".indexOf(digits.charAt(1)) >= 0;
    char before = lettered ? '0' : '^';
    for (int i = lettered ? 2 : 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean underscore = c == '_';
      if (underscore && before != '0' || !underscore && before == '_' && !isHexDigit(c)) {
        return false;
      }
      before = underscore ? '_' : isHexDigit(c) ? '0' : '!';
    }
    return before != '_';
  }

  private static boolean isHexDigit(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  private static GoResult<Long> invalid(String function, String text) {
    return error(function, text, "invalid syntax");
  }

  private static GoResult<Long> outOfRange(String function, String text) {
    return error(function, text, "value out of range");
  }

  private static GoResult<Long> error(String function, String text, String what) {
    return GoResult.error("strconv." + function + ": parsing " + GoQuote.quote(text) + ": " + what);
  }
}
