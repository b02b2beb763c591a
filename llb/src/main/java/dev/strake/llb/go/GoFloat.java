package dev.strake.llb.go;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Go's {@code strconv.ParseFloat} and {@code FormatFloat}, for numbers of 64 bits. */
public final class GoFloat {

  private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern SPECIAL = Pattern.compile("(?i)[+-]?(inf|infinity)|nan");
  private static final int LARGEST_PLAIN_EXPONENT = 21;
  private static final int SMALLEST_PLAIN_EXPONENT = -4;
  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final double LARGEST_EXACT = 0x1p52;

  /** By which any mantissa can be multiplied. */
  private static final long[] POWERS_OF_TEN = {1, 10, 100, 1000};

  private GoFloat() {}

  /** {@code strconv.ParseFloat} of a decimal number, with its error texts. */
  public static GoResult<Double> parse(String text) {
    if (SPECIAL.matcher(text).matches()) {
      boolean negative = text.startsWith("-");
      double infinite = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return GoResult.of(text.equalsIgnoreCase("nan") ? Double.NaN : infinite);
    }
    if (!DECIMAL.matcher(text).matches()) {
      return GoResult.error("strconv.ParseFloat: parsing " + GoQuote.quote(text) + ": invalid syntax");
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value)
        ? GoResult.error("strconv.ParseFloat: parsing " + GoQuote.quote(text) + ": value out of range")
        : GoResult.of(value);
  }

  /** With so many digits behind the point, as {@code %.2f} writes it: rounded from the number's exact value. */
  public static String fixed(double value, int digits) {
    // Without decimal numbers where it can be: the tables that they begin with take longer than a short command.
    return value >= 0 && value < LARGEST_EXACT && digits > 0 && digits < POWERS_OF_TEN.length
        ? fixed(value, digits, POWERS_OF_TEN[digits])
        : new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String fixed(double value, int digits, long power) {
    long bits = Double.doubleToRawLongBits(value);
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
    long mantissa = bits & MANTISSA | (exponent == Math.getExponent(value) ? MANTISSA + 1 : 0);
    // The number is the mantissa shifted to the right; so is its multiple, which still fits.
    int shift = MANTISSA_BITS - exponent;
    long multiple = mantissa * power;
    long rounded = shift < Long.SIZE ? shiftedToEven(multiple, shift) : 0;
    String fraction = Long.toString(rounded % power);
    return rounded / power + "." + "0".repeat(digits - fraction.length()) + fraction;
  }

  /** Shifted to the right and rounded, from the middle to what is even. */
  private static long shiftedToEven(long number, int shift) {
    long whole = number >>> shift;
    long rest = number & (1L << shift) - 1;
    long half = 1L << shift - 1;
    return rest > half || rest == half && (whole & 1) == 1 ? whole + 1 : whole;
  }

  /** The shortest text that gives the number again, as {@code %v} and {@code %g} write it. */
  public static String format(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < LARGEST_PLAIN_EXPONENT) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int size = Math.abs(exponent);
    return (value < 0 ? "-" : "") + mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
  }
}
