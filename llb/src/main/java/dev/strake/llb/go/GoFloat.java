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
    return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
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
