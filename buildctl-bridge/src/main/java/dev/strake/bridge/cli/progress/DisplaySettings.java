package dev.strake.bridge.cli.progress;

import dev.strake.bridge.host.Host;
import dev.strake.llb.go.GoInt;
import java.time.Duration;
import java.util.Optional;

/**
 * How the live display looks, which variables of BuildKit's may change.
 *
 * @param every how often it is drawn
 * @param outputLines how much of a running step's output is shown
 */
record DisplaySettings(DisplayColors colors, Duration every, int outputLines) {

  private static final Duration USUAL_RATE = Duration.ofMillis(150);
  private static final int USUAL_LINES = 6;

  /** Without colours, and otherwise as usual. */
  static DisplaySettings plain() {
    return new DisplaySettings(DisplayColors.none(), USUAL_RATE, USUAL_LINES);
  }

  static DisplaySettings of(Host host) {
    return new DisplaySettings(
        DisplayColors.of(host),
        number(host, "TTY_DISPLAY_RATE").map(Duration::ofMillis).orElse(USUAL_RATE),
        number(host, "BUILDKIT_TTY_LOG_LINES").map(Math::toIntExact).orElse(USUAL_LINES));
  }

  private static Optional<Long> number(Host host, String variable) {
    return host.variable(variable)
        .flatMap(text -> GoInt.parseInt(text, 10, Integer.SIZE).value())
        .filter(number -> number > 0);
  }
}
