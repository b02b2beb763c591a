package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent.StatusChanged;

/** How far a transfer is, as a bar such as {@code [=====>    ]}. */
final class ProgressBar {

  private static final int WIDTH = 20;

  private ProgressBar() {}

  /** The bar with a space in front; empty where it is not known how much there is to do, or there is no room. */
  static String of(StatusChanged part, int columns) {
    if (part.total() <= 0 || columns < 3 * WIDTH) {
      return "";
    }
    double done = Math.clamp((double) part.current() / part.total(), 0, 1);
    int filled = (int) (done * WIDTH);
    String head = filled == WIDTH ? "" : ">";
    return " [" + "=".repeat(filled) + head + " ".repeat(WIDTH - filled - head.length()) + "]";
  }
}
