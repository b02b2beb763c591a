package dev.strake.llb.go;

/** Go's {@code strconv.ParseBool} and {@code FormatBool}. */
public final class GoBool {
  private GoBool() {}

  /** {@code strconv.ParseBool}, with its error text. */
  public static GoResult<Boolean> parse(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> GoResult.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> GoResult.of(false);
      default -> GoResult.error("strconv.ParseBool: parsing " + GoQuote.quote(text) + ": invalid syntax");
    };
  }
}
