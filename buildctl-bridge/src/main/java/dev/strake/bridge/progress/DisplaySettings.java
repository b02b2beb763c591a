package dev.strake.bridge.progress;

import dev.strake.bridge.host.Host;

/**
 * How the live display looks, which variables of BuildKit's may change.
 *
 * @param outputLines how much of a running step's output is shown
 */
record DisplaySettings(DisplayColors colors, DisplayRate rate, int outputLines) {

  private static final int USUAL_LINES = 6;

  /** Without colours, and otherwise as usual. */
  static DisplaySettings plain() {
    return new DisplaySettings(DisplayColors.none(), DisplayRate.usual(), USUAL_LINES);
  }

  static DisplaySettings of(Host host) {
    return new DisplaySettings(
        DisplayColors.of(host),
        DisplayRate.of(host),
        DisplayRate.number(host, "BUILDKIT_TTY_LOG_LINES").map(Math::toIntExact).orElse(USUAL_LINES));
  }
}
