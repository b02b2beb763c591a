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
    return ahead.map(shift -> events.stream().map(event -> shifted(event, shift)).toList()).orElse(events);
  }

  private static ProgressEvent shifted(ProgressEvent event, Duration shift) {
    return switch (event) {
      case ProgressEvent.VertexChanged step ->
          new ProgressEvent.VertexChanged(
              step.vertex(),
              step.inputs(),
              step.name(),
              step.cached(),
              shifted(step.started(), shift),
              shifted(step.completed(), shift),
              step.error(),
              step.group());
      case ProgressEvent.StatusChanged status ->
          new ProgressEvent.StatusChanged(
              status.id(),
              status.vertex(),
              status.name(),
              status.current(),
              status.total(),
              status.timestamp().minus(shift),
              shifted(status.started(), shift),
              shifted(status.completed(), shift));
      case ProgressEvent.LogWritten log ->
          new ProgressEvent.LogWritten(log.vertex(), log.stream(), log.data(), log.timestamp().minus(shift));
      case ProgressEvent.WarningRaised warning -> warning;
    };
  }

  private static Optional<Instant> shifted(Optional<Instant> time, Duration shift) {
    return time.map(instant -> instant.minus(shift));
  }
}
