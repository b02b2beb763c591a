package dev.strake.bridge.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells a daemon's times as this side's clock has them, for the two need not agree: the first step that is told of as
 * begun has begun when this was made. For one thread at a time.
 */
final class ClockShift {

  private final Instant begun = Instant.now();
  private Optional<Duration> ahead = Optional.empty();

  /** The same events by this side's clock. */
  List<ProgressEvent> apply(List<ProgressEvent> events) {
    if (ahead.isEmpty()) {
      for (ProgressEvent event : events) {
        if (event instanceof ProgressEvent.VertexChanged step && step.started().isPresent()) {
          ahead = Optional.of(Duration.between(begun, step.started().get()));
        }
      }
    }
    return ahead.map(shift -> events.stream().map(event -> event.earlier(shift)).toList()).orElse(events);
  }
}
