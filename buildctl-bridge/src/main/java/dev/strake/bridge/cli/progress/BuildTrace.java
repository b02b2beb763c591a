package dev.strake.bridge.cli.progress;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps of a build so far, in the order in which they started. Not thread-safe. */
final class BuildTrace {

  private final Map<String, Step> byVertex = new HashMap<>();
  private final Map<String, Step> byGroup = new HashMap<>();
  private final List<WarningRaised> warnings = new ArrayList<>();
  private final Set<Step> steps = new LinkedHashSet<>();

  /** Takes events in and returns the steps of which there is something new to show. */
  Set<Step> apply(List<ProgressEvent> events) {
    Set<Step> changed = new LinkedHashSet<>();
    for (ProgressEvent event : events) {
      Step step = stepOf(event);
      if (step != null && apply(event, step) && !step.hidden()) {
        steps.add(step);
        changed.add(step);
      }
    }
    return changed;
  }

  /** All steps that have started. */
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

  private boolean apply(ProgressEvent event, Step step) {
    return switch (event) {
      case VertexChanged vertex -> step.change(vertex);
      case StatusChanged part -> {
        step.change(part);
        yield step.started();
      }
      case LogWritten log -> {
        step.add(log);
        yield step.started();
      }
      case WarningRaised warning -> {
        warnings.add(warning);
        step.add(warning);
        yield step.started();
      }
    };
  }

  /** Absent for output of a step that was never announced. */
  private @Nullable Step stepOf(ProgressEvent event) {
    if (event instanceof VertexChanged vertex) {
      return byVertex.computeIfAbsent(
          vertex.vertex(), digest -> vertex.group().map(this::stepOf).orElseGet(() -> new Step(vertex.name())));
    }
    return byVertex.get(event.vertex());
  }

  private Step stepOf(ProgressGroup group) {
    return byGroup.computeIfAbsent(group.id(), id -> new Step(group.name()));
  }
}
