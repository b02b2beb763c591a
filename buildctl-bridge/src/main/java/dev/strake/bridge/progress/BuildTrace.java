package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.ProgressGroup;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.VertexState;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The steps of a build so far, in the order in which they started. Not thread-safe. */
final class BuildTrace {

  private final int keptLines;
  private final Map<String, Step> byVertex = new HashMap<>();
  private final Map<String, Step> byGroup = new HashMap<>();
  private final List<WarningRaised> warnings = new ArrayList<>();
  private final Set<Step> steps = new LinkedHashSet<>();

  /**
   * A trace of nothing.
   *
   * @param keptLines how much of the end of each step's output is kept
   */
  BuildTrace(int keptLines) {
    this.keptLines = keptLines;
  }

  /** What an event was about, and whether it makes a difference for what is shown of the step. */
  record Change(ProgressEvent event, Step step, boolean news) {}

  /** Takes events in; what is of a step that was never announced comes to nothing. */
  List<Change> apply(List<ProgressEvent> events) {
    List<Change> changes = new ArrayList<>();
    for (ProgressEvent event : events) {
      stepOf(event).ifPresent(step -> changes.add(apply(event, step)));
    }
    return changes;
  }

  private Change apply(ProgressEvent event, Step step) {
    boolean news =
        switch (event) {
          case VertexChanged vertex -> step.change(vertex);
          case StatusChanged part -> {
            step.change(part);
            yield true;
          }
          case LogWritten log -> {
            step.add(log);
            yield true;
          }
          case WarningRaised warning -> {
            warnings.add(warning);
            yield false;
          }
        };
    if (step.started() && !step.hidden()) {
      steps.add(step);
    }
    return new Change(event, step, news);
  }

  /** All steps that have started and are worth showing. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  /** The steps that failed: what an error is about. */
  List<Step> failed() {
    List<Step> failed = new ArrayList<>(steps);
    failed.removeIf(step -> step.state() != VertexState.FAILED);
    return failed;
  }

  /** The warnings, each once: a file that is compiled for several platforms raises its warnings for each. */
  List<WarningRaised> warnings() {
    Set<String> seen = new HashSet<>();
    return warnings.stream().filter(warning -> seen.add(warning.message())).toList();
  }

  /** All steps that are known, started or not, but for those that are not worth showing. */
  int known() {
    return (int) byVertex.values().stream().distinct().filter(step -> !step.started() || !step.hidden()).count();
  }

  private Optional<Step> stepOf(ProgressEvent event) {
    if (event instanceof VertexChanged vertex) {
      return Optional.of(byVertex.computeIfAbsent(vertex.vertex(), digest -> newStep(vertex)));
    }
    return Optional.ofNullable(byVertex.get(event.vertex()));
  }

  private Step newStep(VertexChanged vertex) {
    return vertex.group().map(this::stepOf).orElseGet(() -> new Step(vertex.name(), false, keptLines));
  }

  private Step stepOf(ProgressGroup group) {
    return byGroup.computeIfAbsent(group.id(), id -> new Step(group.name(), true, keptLines));
  }
}
