package dev.strake.bridge.cli.progress;

import java.time.Duration;
import java.util.Locale;

/** Times as BuildKit's displays show them. */
final class Seconds {

  private Seconds() {}

  /** Such as {@code 0.3s}. */
  static String rounded(Duration time) {
    return String.format(Locale.ROOT, "%.1fs", time.toNanos() / 1e9);
  }

  /** Such as {@code 0.123}, with fewer digits behind the point the more there are in front of it. */
  static String precise(double seconds) {
    int digits = seconds < 10 ? 3 : seconds < 100 ? 2 : 1;
    return String.format(Locale.ROOT, "%." + digits + "f", seconds);
  }
}
