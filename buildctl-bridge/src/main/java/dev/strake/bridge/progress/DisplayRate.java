package dev.strake.bridge.progress;

import dev.strake.bridge.host.Host;
import dev.strake.llb.go.GoInt;
import java.time.Duration;
import java.util.Optional;

/**
 * How often displays show what is new, which a variable of BuildKit's may change.
 *
 * @param every where nothing happens
 * @param atMostEvery where much does
 */
record DisplayRate(Duration every, Duration atMostEvery) {

  private static final DisplayRate USUAL = new DisplayRate(Duration.ofMillis(150), Duration.ofMillis(100));

  static DisplayRate usual() {
    return USUAL;
  }

  static DisplayRate of(Host host) {
    return number(host, "TTY_DISPLAY_RATE")
        .map(Duration::ofMillis)
        .map(rate -> new DisplayRate(rate, rate))
        .orElse(USUAL);
  }

  /** A variable's positive number. */
  static Optional<Long> number(Host host, String variable) {
    return host.variable(variable)
        .flatMap(text -> GoInt.parseInt(text, 10, Integer.SIZE).value())
        .filter(number -> number > 0);
  }
}
