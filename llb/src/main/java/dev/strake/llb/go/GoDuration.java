package dev.strake.llb.go;

/** Go's {@code time.Duration}, in nanoseconds. */
public final class GoDuration {
  private GoDuration() {}

  /** {@code time.ParseDuration}, with its error texts. */
  public static GoResult<Long> parse(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** {@code Duration.String}: such as {@code 1m30s}. */
  public static String format(long nanos) {
    throw new UnsupportedOperationException(Long.toString(nanos));
  }
}
