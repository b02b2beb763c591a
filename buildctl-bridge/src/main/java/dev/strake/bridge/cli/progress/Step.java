package dev.strake.bridge.cli.progress;

import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.ProgressGroup;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.VertexState;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A step of a build, as far as it is known: one vertex, or the vertices of one progress group. Not thread-safe.
 *
 * <p>A vertex may run, end and run again, when a later step needs more of it; its time is the sum of its runs.
 */
final class Step {

  private static final int KEPT_LINES = 10;

  private final String name;
  private final Map<String, VertexChanged> vertices = new LinkedHashMap<>();
  private final TreeMap<Instant, Optional<Instant>> runs = new TreeMap<>();
  private final Map<String, StatusChanged> parts = new LinkedHashMap<>();
  private final PartLines partLines = new PartLines();
  private final LineBuffer buffer = new LineBuffer();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private final List<String> newLines = new ArrayList<>();
  private final List<String> newWarnings = new ArrayList<>();

  Step(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Takes in what a vertex is now, and tells whether that is news. */
  boolean change(VertexChanged vertex) {
    VertexChanged before = vertices.put(vertex.vertex(), vertex);
    vertex.started().ifPresent(started -> runs.put(started, vertex.completed()));
    return started() && !vertex.equals(before);
  }

  /** Takes in what a part of its work is now. */
  void change(StatusChanged part) {
    parts.put(part.id(), part);
    partLines.change(part);
  }

  void add(WarningRaised warning) {
    newWarnings.add("WARN: " + warning.message());
  }

  void add(LogWritten log) {
    buffer.add(log.data()).forEach(line -> addLine(line, log.timestamp()));
  }

  private void addLine(String line, Instant written) {
    String timed = secondsSinceStart(written) + " " + line;
    newLines.add(timed);
    lastLines.addLast(timed);
    if (lastLines.size() > KEPT_LINES) {
      lastLines.removeFirst();
    }
  }

  /** Whether it is not worth showing: all of it only belongs to something else, and nothing has failed. */
  boolean hidden() {
    return error().isEmpty()
        && vertices.values().stream()
            .filter(vertex -> vertex.started().isPresent())
            .allMatch(vertex -> vertex.group().map(ProgressGroup::weak).orElse(false));
  }

  boolean started() {
    return !runs.isEmpty();
  }

  /** Whether no vertex of it runs or waits; one that failed or was cancelled has ended too. */
  boolean ended() {
    return started() && vertices.values().stream().allMatch(Step::ended);
  }

  private static boolean ended(VertexChanged vertex) {
    return vertex.completed().isPresent() || vertex.state() == VertexState.CACHED;
  }

  /** How it stands; where the vertices of a group differ, the worst. */
  VertexState state() {
    List<VertexState> states = vertices.values().stream().map(VertexChanged::state).toList();
    for (VertexState worst : List.of(VertexState.FAILED, VertexState.CANCELED)) {
      if (states.contains(worst)) {
        return worst;
      }
    }
    if (!ended()) {
      return started() ? VertexState.RUNNING : VertexState.PENDING;
    }
    return states.stream().allMatch(state -> state == VertexState.CACHED) ? VertexState.CACHED : VertexState.COMPLETED;
  }

  /** Why it failed; empty where it did not. */
  String error() {
    return vertices.values().stream().map(VertexChanged::error).filter(text -> !text.isEmpty()).findFirst().orElse("");
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
    return runs.values().stream().flatMap(Optional::stream).max(Instant::compareTo).orElse(Instant.MAX);
  }

  /** Lines not taken before: of its parts, its warnings, its output; with {@code last} an unfinished one too. */
  List<String> takeLines(boolean last) {
    if (last) {
      Instant written = runs.isEmpty() ? Instant.EPOCH : endedAt();
      buffer.finish().forEach(line -> addLine(line, written));
    }
    List<String> lines = new ArrayList<>(partLines.take());
    lines.addAll(newWarnings);
    newWarnings.clear();
    lines.addAll(newLines);
    newLines.clear();
    return lines;
  }

  /** Lines of its output only. */
  List<String> takeOutput(boolean last) {
    partLines.take();
    newWarnings.clear();
    return takeLines(last);
  }

  /** The end of its output. */
  List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  /** The parts of its work that are not done. */
  List<StatusChanged> openParts() {
    return parts.values().stream().filter(part -> part.completed().isEmpty()).toList();
  }

  private String secondsSinceStart(Instant instant) {
    Instant start = runs.isEmpty() ? instant : runs.lastKey();
    double seconds = instant.equals(Instant.MAX) ? 0 : Duration.between(start, instant).toNanos() / 1e9;
    return Seconds.precise(seconds);
  }
}
