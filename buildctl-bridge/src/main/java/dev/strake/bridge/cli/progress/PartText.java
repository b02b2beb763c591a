package dev.strake.bridge.cli.progress;

import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A part of a step's work in words, such as {@code transferring context: 2.10kB 0.1s done}. */
final class PartText {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final Duration WORTH_SHOWING = Duration.ofMillis(10);

  private PartText() {}

  static String of(StatusChanged part) {
    StringBuilder text = new StringBuilder(part.id()).append(amount(part));
    Instant end = part.completed().orElse(part.timestamp());
    part.started()
        .map(start -> Duration.between(start, end))
        .filter(time -> time.compareTo(WORTH_SHOWING) > 0)
        .ifPresent(time -> text.append(' ').append(Seconds.rounded(time)));
    return part.completed().isPresent() ? text.append(" done").toString() : text.toString();
  }

  /** How much is done, with a space in front; empty where nothing is known. */
  static String amount(StatusChanged part) {
    if (part.total() != 0) {
      return " " + bytes(part.current()) + " / " + bytes(part.total());
    }
    return part.current() == 0 ? "" : " " + bytes(part.current());
  }

  private static String bytes(long count) {
    if (count < 1000) {
      return count + UNITS[0];
    }
    double value = count;
    int unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f%s", value, UNITS[unit]);
  }
}
