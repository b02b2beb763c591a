package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines about the parts of a step's work: when one begins, when it has got on a good deal, and at its end. */
final class PartLines {

  private static final double GOOD_DEAL = 0.05;
  private static final Duration LONG = Duration.ofSeconds(5);

  private final Map<String, StatusChanged> shown;
  private final Map<String, StatusChanged> parts = new LinkedHashMap<>();
  private final Set<String> changed = new HashSet<>();

  /**
   * The parts of one step.
   *
   * @param shown the parts of all steps as they were last shown: one of the same id in two steps is the same work
   */
  PartLines(Map<String, StatusChanged> shown) {
    this.shown = shown;
  }

  /** A part is now so; one that has not begun is not spoken of. */
  void change(StatusChanged part) {
    if (part.started().isPresent() || parts.containsKey(part.id())) {
      parts.put(part.id(), part);
      changed.add(part.id());
    }
  }

  /** What is to be said of what has changed since this was last asked, in the order in which the parts began. */
  List<StatusChanged> take() {
    List<StatusChanged> news = new ArrayList<>();
    for (StatusChanged part : parts.values()) {
      if (changed.contains(part.id()) && isNews(part)) {
        shown.put(part.id(), part);
        news.add(part);
      }
    }
    changed.clear();
    return news;
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
