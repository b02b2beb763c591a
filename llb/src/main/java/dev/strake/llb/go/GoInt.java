package dev.strake.llb.go;

/** Go's integer parsing, with its error texts. */
public final class GoInt {
  private GoInt() {}

  /** {@code strconv.Atoi}. */
  public static GoResult<Long> atoi(String text) {
    throw new UnsupportedOperationException(text);
  }

  /**
   * {@code strconv.ParseInt}.
   *
   * @param base 0 for what the prefix says, else 2 to 36
   * @param bits 1 to 64; 0 for 64
   */
  public static GoResult<Long> parseInt(String text, int base, int bits) {
    throw new UnsupportedOperationException(text);
  }

  /** {@code strconv.ParseUint}; the value is unsigned. */
  public static GoResult<Long> parseUint(String text, int base, int bits) {
    throw new UnsupportedOperationException(text);
  }
}
