package dev.strake.llb.go;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Go's {@code time.Duration}, in nanoseconds. */
public final class GoDuration {
  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private GoDuration() {}

  /** {@code time.ParseDuration}, with its error texts. */
  public static GoResult<Long> parse(String text) {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    if (rest.equals("0")) {
      return GoResult.of(0L);
    }
    if (rest.isEmpty()) {
      return invalid(text);
    }
    // Unsigned: one more than the greatest long is the least one's amount.
    long total = 0;
    for (int i = 0; i < rest.length(); ) {
      Term term = Term.read(rest, i);
      if (!term.problem.isEmpty()) {
        return GoResult.error("time: " + term.problem + " duration " + quote(text));
      }
      total += term.nanos;
      if (tooLong(term.nanos) || tooLong(total)) {
        return invalid(text);
      }
      i = term.end;
    }
    if (total == Long.MIN_VALUE && !negative) {
      return invalid(text);
    }
    return GoResult.of(negative ? -total : total);
  }

  private static boolean tooLong(long nanos) {
    return Long.compareUnsigned(nanos, Long.MIN_VALUE) > 0;
  }

  private static GoResult<Long> invalid(String text) {
    return GoResult.error("time: invalid duration " + quote(text));
  }

  /** The time package's own quoting: all but printable ASCII as bytes. */
  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b == '"' || b == '\\') {
        out.append('\\').append((char) b);
      } else if (b < ' ') {
        out.append(String.format("\\x%02x", b));
      } else {
        out.append((char) b);
      }
    }
    return out.append('"').toString();
  }

  /** {@code Duration.String}: such as {@code 1m30s}. */
  public static String format(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    String sign = nanos < 0 ? "-" : "";
    long amount = nanos < 0 ? -nanos : nanos;
    if (Long.compareUnsigned(amount, SECOND) < 0) {
      return sign + belowSecond(amount);
    }
    long hours = Long.divideUnsigned(amount, HOUR);
    long minutes = Long.divideUnsigned(Long.remainderUnsigned(amount, HOUR), MINUTE);
    String seconds = decimal(Long.remainderUnsigned(amount, MINUTE), SECOND) + "s";
    if (hours > 0) {
      return sign + hours + "h" + minutes + "m" + seconds;
    }
    return sign + (minutes > 0 ? minutes + "m" : "") + seconds;
  }

  private static String belowSecond(long nanos) {
    if (nanos < MICROSECOND) {
      return nanos + "ns";
    }
    return nanos < MILLISECOND ? decimal(nanos, MICROSECOND) + "µs" : decimal(nanos, MILLISECOND) + "ms";
  }

  private static String decimal(long nanos, long unit) {
    long fraction = nanos % unit;
    if (fraction == 0) {
      return Long.toString(nanos / unit);
    }
    // The leading one keeps the fraction's own leading zeros.
    String digits = Long.toString(unit + fraction).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return nanos / unit + "." + digits.substring(0, end);
  }

  /** A number with its unit: its length, where the text goes on, and what is wrong with it (empty: nothing). */
  private record Term(long nanos, int end, String problem) {
    private static final Term INVALID = new Term(0, 0, "invalid");

    static Term read(String text, int start) {
      int dot = digitsEnd(text, start);
      boolean hasDot = dot < text.length() && text.charAt(dot) == '.';
      int numberEnd = hasDot ? digitsEnd(text, dot + 1) : dot;
      if (numberEnd - start == (hasDot ? 1 : 0)) {
        return INVALID;
      }
      String whole = text.substring(start, dot);
      if (tooManyDigits(whole)) {
        return INVALID;
      }
      int end = unitEnd(text, numberEnd);
      if (end == numberEnd) {
        return new Term(0, 0, "missing unit in");
      }
      String unitName = text.substring(numberEnd, end);
      long unit = unit(unitName);
      if (unit == 0) {
        return new Term(0, 0, "unknown unit " + quote(unitName) + " in");
      }
      long count = whole.isEmpty() ? 0 : Long.parseUnsignedLong(whole);
      if (Long.compareUnsigned(count, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
        return INVALID;
      }
      long fraction = hasDot ? fraction(text.substring(dot + 1, numberEnd), unit) : 0;
      return new Term(count * unit + fraction, end, "");
    }

    private static boolean tooManyDigits(String whole) {
      if (whole.length() < 19) {
        return false;
      }
      return new BigInteger(whole).bitLength() > 63
          && !whole.replaceFirst("^0+", "").equals("9223372036854775808");
    }

    /** A fraction's digits beyond what fits count for nothing. */
    private static long fraction(String digits, long unit) {
      long value = 0;
      double scale = 1;
      for (int i = 0; i < digits.length() && value <= (Long.MAX_VALUE - 9) / 10; i++) {
        value = value * 10 + (digits.charAt(i) - '0');
        scale *= 10;
      }
      return (long) (value * (unit / scale));
    }

    private static int digitsEnd(String text, int from) {
      int i = from;
      while (i < text.length() && isDigit(text.charAt(i))) {
        i++;
      }
      return i;
    }

    private static int unitEnd(String text, int from) {
      int i = from;
      while (i < text.length() && text.charAt(i) != '.' && !isDigit(text.charAt(i))) {
        i++;
      }
      return i;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static long unit(String name) {
      return switch (name) {
        case "ns" -> 1;
        // The micro sign and the Greek letter.
        case "us", "µs", "μs" -> MICROSECOND;
        case "ms" -> MILLISECOND;
        case "s" -> SECOND;
        case "m" -> MINUTE;
        case "h" -> HOUR;
        default -> 0;
      };
    }
  }
}
