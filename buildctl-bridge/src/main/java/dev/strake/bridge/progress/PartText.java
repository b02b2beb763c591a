package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.llb.go.GoUnits;
import java.time.Duration;
import java.time.Instant;

/** A part of a step's work in words, such as {@code transferring context: 2.10kB 0.1s done}. */
final class PartText {

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
      return " " + GoUnits.decimal(part.current()) + " / " + GoUnits.decimal(part.total());
    }
    return part.current() == 0 ? "" : " " + GoUnits.decimal(part.current());
  }
}
