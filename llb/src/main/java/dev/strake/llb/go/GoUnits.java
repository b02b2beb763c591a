package dev.strake.llb.go;

import java.util.Locale;
import java.util.regex.Pattern;

/** Sizes as the Docker tools write them: {@code 64m}. */
public final class GoUnits {

  private static final String DIGITS = "\\d+(?:_\\d+)*";
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:D\\.?(?:D)?|\\.D)(?:[eE][+-]?D)?".replace("D", DIGITS));
  private static final Pattern HEXADECIMAL =
      Pattern.compile("[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?\\d+");
  private static final String PREFIXES = "kmgtp";
  private static final double KIBI = 1024;
  private static final double TOO_LARGE = 0x1p63;
  private static final int LONGEST_SUFFIX = 3;

  private GoUnits() {}

  /** go-units' {@code RAMInBytes}: a number of bytes; units count by 1024. */
  public static GoResult<Long> ramInBytes(String text) {
    int last = lastOfNumber(text);
    if (last < 0) {
      return GoResult.error("invalid size: '" + text + "'");
    }
    String number = text.substring(0, text.charAt(last) == ' ' ? last : last + 1);
    String suffix = text.substring(last + 1);
    if (!DECIMAL.matcher(number).matches() && !HEXADECIMAL.matcher(number).matches()) {
      return GoResult.error("strconv.ParseFloat: parsing " + GoQuote.quote(number) + ": invalid syntax");
    }
    double size = Double.parseDouble(number.replace("_", ""));
    if (Double.isInfinite(size)) {
      return GoResult.error("strconv.ParseFloat: parsing " + GoQuote.quote(number) + ": value out of range");
    }
    if (size < 0) {
      return GoResult.error("invalid size: '" + text + "'");
    }
    return withSuffix(size, suffix);
  }

  private static int lastOfNumber(String text) {
    int last = text.length() - 1;
    while (last >= 0 && "0123456789. ".indexOf(text.charAt(last)) < 0) {
      last--;
    }
    return last;
  }

  private static GoResult<Long> withSuffix(double size, String suffix) {
    String unit = suffix.length() > LONGEST_SUFFIX ? suffix : suffix.toLowerCase(Locale.ROOT);
    if (unit.isEmpty() || unit.equals("b")) {
      return GoResult.of(toLong(size));
    }
    int power = PREFIXES.indexOf(unit.charAt(0)) + 1;
    String rest = unit.substring(1);
    boolean known = power > 0 && (rest.isEmpty() || rest.equals("b") || rest.equals("ib"));
    return known
        ? GoResult.of(toLong(size * Math.pow(KIBI, power)))
        : GoResult.error("invalid suffix: '" + unit + "'");
  }

  /** What does not fit becomes the least number, as on Go's most common platform. */
  private static long toLong(double size) {
    return size >= TOO_LARGE ? Long.MIN_VALUE : (long) size;
  }

  /** A size by thousands with two digits behind the point, such as {@code 4.10kB}; plain bytes have none. */
  public static String decimal(long bytes) {
    Scaled scaled = Scaled.of(bytes);
    return scaled.unit() == 0 ? bytes + "B" : GoFloat.fixed(scaled.value(), 2) + scaled.suffix();
  }

  /** A size by thousands with as many digits as it needs, such as {@code 51GB}. */
  public static String shortest(long bytes) {
    Scaled scaled = Scaled.of(bytes);
    return scaled.unit() == 0 ? bytes + "B" : GoFloat.format(scaled.value()) + scaled.suffix();
  }

  private record Scaled(double value, int unit) {
    private static final String[] SUFFIXES = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    private static final double STEP = 1000;

    static Scaled of(long bytes) {
      double value = bytes;
      int unit = 0;
      while (Math.abs(value) >= STEP && unit < SUFFIXES.length - 1) {
        value /= STEP;
        unit++;
      }
      return new Scaled(value, unit);
    }

    String suffix() {
      return SUFFIXES[unit];
    }
  }
}
