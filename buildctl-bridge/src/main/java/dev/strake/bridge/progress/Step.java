package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.VertexState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A step of a build, as far as it is known: one vertex, or the vertices of one progress group. Not thread-safe.
 *
 * <p>A vertex may run, end and run again, when a later step needs more of it; its time is that of all its runs.
 */
final class Step {

  private final int keptLines;
  private final boolean group;
  private final Map<String, VertexChanged> vertices = new LinkedHashMap<>();
  private final TreeMap<Instant, Optional<Instant>> runs = new TreeMap<>();
  private final Map<String, StatusChanged> parts = new LinkedHashMap<>();
  private final LineBuffer buffer = new LineBuffer();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private String name;
  private String error = "";
  private String openLineTime = "";
  private boolean hidden;

  /**
   * A step.
   *
   * @param keptLines how much of the end of its output is kept
   */
  Step(String name, boolean group, int keptLines) {
    this.name = name;
    this.group = group;
    this.hidden = group;
    this.keptLines = keptLines;
  }

  String name() {
    return name;
  }

  /** Takes in what a vertex is now, and tells whether that is news. */
  boolean change(VertexChanged vertex) {
    return group ? changeOne(vertex) : become(vertex);
  }

  /** The daemon may tell of an end twice, which is news each time. */
  private boolean become(VertexChanged vertex) {
    VertexChanged before = vertices.get(vertex.vertex());
    if (started() && vertex.started().isEmpty()) {
      return false;
    }
    vertices.put(vertex.vertex(), vertex);
    name = vertex.name();
    error = vertex.error();
    vertex.started().ifPresent(start -> runs.put(start, vertex.completed()));
    return started() && (vertex.completed().isPresent() || !vertex.equals(before));
  }

  private boolean changeOne(VertexChanged vertex) {
    boolean wasHidden = hidden;
    VertexChanged before = vertices.put(vertex.vertex(), vertex);
    boolean ran =
        vertex.started().isPresent()
            && !vertex.completed().equals(runs.put(vertex.started().get(), vertex.completed()));
    boolean failed = error.isEmpty() && !vertex.error().isEmpty();
    error = failed ? vertex.error() : error;
    boolean belongsToOthers = vertex.group().orElseThrow().weak();
    hidden &= error.isEmpty() && (vertex.started().isEmpty() || belongsToOthers);
    boolean other = before != null && before.cached() != vertex.cached();
    return !hidden && (ran || failed || wasHidden || other);
  }

  /** Takes in what a part of its work is now. */
  void change(StatusChanged part) {
    parts.put(part.id(), part);
  }

  void add(LogWritten log) {
    String time = secondsSinceStart(log.timestamp());
    for (String line : buffer.add(log.data())) {
      addLine(line, time);
    }
    if (buffer.isOpen() && openLineTime.isEmpty()) {
      openLineTime = time;
    }
  }

  private void addLine(String line, String time) {
    lastLines.addLast((openLineTime.isEmpty() ? time : openLineTime) + " " + line);
    openLineTime = "";
    if (lastLines.size() > keptLines) {
      lastLines.removeFirst();
    }
  }

  /** Whether it is not worth showing: all of it only belongs to something else, and nothing has failed. */
  boolean hidden() {
    return hidden;
  }

  boolean started() {
    return !runs.isEmpty();
  }

  /** Whether all that has begun has ended, with whatever outcome. */
  boolean ended() {
    return started() && runs.values().stream().allMatch(Optional::isPresent);
  }

  /** How it stands; where the vertices of a group differ, the worst. */
  VertexState state() {
    Collection<VertexChanged> all = vertices.values();
    for (VertexState worst : List.of(VertexState.FAILED, VertexState.CANCELED)) {
      if (all.stream().anyMatch(vertex -> vertex.state() == worst)) {
        return worst;
      }
    }
    if (!ended()) {
      return started() ? VertexState.RUNNING : VertexState.PENDING;
    }
    return all.stream().allMatch(VertexChanged::cached) ? VertexState.CACHED : VertexState.COMPLETED;
  }

  /** Why it failed; empty where it did not. */
  String error() {
    return error;
  }

  /** How long it ran, up to {@code now} where it still does. */
  Duration time(Instant now) {
    Duration total = Duration.ZERO;
    Instant counted = Instant.MIN;
    for (Map.Entry<Instant, Optional<Instant>> run : runs.entrySet()) {
      Instant start = run.getKey().isAfter(counted) ? run.getKey() : counted;
      Instant end = run.getValue().orElse(now);
      if (end.isAfter(start)) {
        total = total.plus(Duration.between(start, end));
        counted = end;
      }
    }
    return total;
  }

  /** When it ended last. */
  Instant endedAt() {
    Instant last = Instant.MIN;
    for (Optional<Instant> end : runs.values()) {
      if (end.isPresent() && end.get().isAfter(last)) {
        last = end.get();
      }
    }
    return last.equals(Instant.MIN) ? Instant.MAX : last;
  }

  /** The end of its output, with the line that has not ended. */
  List<String> lastLines() {
    buffer.finish().forEach(line -> addLine(line, openLineTime));
    return List.copyOf(lastLines);
  }

  /** The end of its output, whole lines only. */
  List<String> lastLines(int count) {
    List<String> lines = new ArrayList<>();
    for (Iterator<String> back = lastLines.descendingIterator(); back.hasNext() && lines.size() < count; ) {
      lines.addFirst(back.next());
    }
    return lines;
  }

  /** The parts of its work that have begun, in the order in which they came. */
  List<StatusChanged> parts() {
    return parts.values().stream().filter(part -> part.started().isPresent()).toList();
  }

  /** The parts of its work that are not done. */
  List<StatusChanged> openParts() {
    return parts.values().stream().filter(part -> part.completed().isEmpty()).toList();
  }

  /** The time of a line, counted from where its last run began; of runs that overlap, the first. */
  String secondsSinceStart(Instant instant) {
    Instant start = instant;
    Instant end = Instant.MIN;
    for (Map.Entry<Instant, Optional<Instant>> run : runs.entrySet()) {
      start = run.getKey().isAfter(end) ? run.getKey() : start;
      Instant runEnd = run.getValue().orElse(Instant.MAX);
      end = runEnd.isAfter(end) ? runEnd : end;
    }
    return Seconds.precise(Duration.between(start, instant).toNanos() / 1e9);
  }
}
