package dev.strake.bridge.cli.progress;

import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines about the parts of a step's work: when one begins, when it has got on a good deal, and at its end. */
final class PartLines {

  private static final double GOOD_DEAL = 0.05;
  private static final Duration LONG = Duration.ofSeconds(5);

  private final Map<String, StatusChanged> changed = new LinkedHashMap<>();
  private final Map<String, StatusChanged> shown = new HashMap<>();

  /** A part is now so; one that has not begun is not spoken of. */
  void change(StatusChanged part) {
    if (part.started().isPresent()) {
      changed.put(part.id(), part);
    }
  }

  /** The lines about what has changed since they were last taken. */
  List<String> take() {
    List<String> lines = new ArrayList<>();
    for (StatusChanged part : changed.values()) {
      if (isNews(part)) {
        shown.put(part.id(), part);
        lines.add(PartText.of(part));
      }
    }
    changed.clear();
    return lines;
  }

  private boolean isNews(StatusChanged part) {
    StatusChanged before = shown.get(part.id());
    if (before == null || part.completed().isPresent()) {
      return true;
    }
    double progress = part.total() > 0 ? (double) (part.current() - before.current()) / part.total() : 0;
    return progress >= GOOD_DEAL || Duration.between(before.timestamp(), part.timestamp()).compareTo(LONG) >= 0;
  }
}
