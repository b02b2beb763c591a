package dev.strake.bridge.progress;

import dev.strake.llb.go.GoFloat;
import java.time.Duration;

/** Times as BuildKit's displays show them. */
final class Seconds {

  private Seconds() {}

  /** Such as {@code 0.3s}. */
  static String rounded(Duration time) {
    return GoFloat.fixed(time.toNanos() / 1e9, 1) + "s";
  }

  /** Such as {@code 0.123}, with fewer digits behind the point the more there are in front of it. */
  static String precise(double seconds) {
    int digits = seconds < 10 ? 3 : seconds < 100 ? 2 : 1;
    return GoFloat.fixed(seconds, digits);
  }
}
