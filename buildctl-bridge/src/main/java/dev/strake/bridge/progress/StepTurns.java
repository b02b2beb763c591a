package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of several steps a plain display shows next. One that has ended is shown at once; of those that run, the
 * current one stays until another has waited for long, or it has had its share: the longer, the more of all that
 * happens is its. The next is the one in which most happens. Not thread-safe.
 */
final class StepTurns {

  private static final Duration LONG = Duration.ofSeconds(10);
  private static final double LEAST_TURN_SECONDS = 5;

  private final PrintStream out;
  private final int nameLength;
  private final BuildTrace trace;
  private final Map<Step, PlainBlock> blocks = new IdentityHashMap<>();
  private final Map<String, StatusChanged> shownParts = new HashMap<>();
  private final Set<PlainBlock> changed = new LinkedHashSet<>();
  private Optional<PlainBlock> current = Optional.empty();
  private int numbered;

  StepTurns(PrintStream out, int nameLength, BuildTrace trace) {
    this.out = out;
    this.nameLength = nameLength;
    this.trace = trace;
  }

  void onProgress(List<ProgressEvent> events, Instant now) {
    Set<Step> counted = new HashSet<>();
    for (BuildTrace.Change change : trace.apply(events)) {
      PlainBlock block = block(change.step());
      block.add(change.event());
      // A message may tell of many vertices of a group, which is one thing that happens.
      boolean again = change.event() instanceof VertexChanged vertex && vertex.group().isPresent()
          && !counted.add(change.step());
      if (change.news()) {
        changed.add(block);
        if (!again) {
          block.count(now);
        }
      }
    }
  }

  private PlainBlock block(Step step) {
    return blocks.computeIfAbsent(step, key -> new PlainBlock(key, shownParts));
  }

  /** Shows what is to be shown now. */
  void print(Instant now) {
    Optional<PlainBlock> before = current;
    List<PlainBlock> ended = ended();
    Set<PlainBlock> running = new LinkedHashSet<>(changed);
    running.removeIf(block -> block.step().hidden() || block.step().ended());
    ended.forEach(block -> print(block, now));
    if (running.isEmpty()) {
      if (before.isEmpty() || !runs(before.get())) {
        trace.steps().stream().map(this::block).filter(StepTurns::runs).findFirst().ifPresent(any -> print(any, now));
      }
      return;
    }
    before.filter(running::contains).ifPresent(block -> print(block, now));
    next(before, running, ended, now).ifPresent(block -> print(block, now));
  }

  /** The current one first, so that it need not be named again; then in the order of their ends. */
  private List<PlainBlock> ended() {
    List<PlainBlock> ended = new ArrayList<>(changed);
    ended.removeIf(block -> block.step().hidden() || !block.step().ended());
    ended.sort(this::byTurn);
    return ended;
  }

  /** Written out: the JVM makes classes anew in each run for what {@code Comparator} would put together. */
  private int byTurn(PlainBlock one, PlainBlock other) {
    int current = Boolean.compare(isCurrent(other), isCurrent(one));
    return current != 0 ? current : one.step().endedAt().compareTo(other.step().endedAt());
  }

  private static boolean runs(PlainBlock block) {
    return block.step().started() && !block.step().ended();
  }

  /** Whose turn it is, of those in which something has happened; absent where the current one's goes on. */
  private static Optional<PlainBlock> next(
      Optional<PlainBlock> current, Set<PlainBlock> running, List<PlainBlock> ended, Instant now) {
    current.ifPresent(running::add);
    PlainBlock busiest = running.iterator().next();
    double sum = 0;
    for (PlainBlock block : running) {
      sum += block.speed(now);
      busiest = waitsLong(block, current, now) || block.speed(now) > busiest.speed(now) ? block : busiest;
    }
    if (current.isEmpty() || ended.contains(current.get())) {
      return Optional.of(busiest);
    }
    Optional<PlainBlock> waiting = running.stream().filter(block -> waitsLong(block, current, now)).findFirst();
    if (waiting.isPresent()) {
      return waiting;
    }
    double share = current.get().speed(now) / sum;
    double turn = 1 / (1 - share) * LEAST_TURN_SECONDS;
    return turn < current.get().waited(now).toNanos() / 1e9 ? Optional.of(busiest) : Optional.empty();
  }

  private static boolean waitsLong(PlainBlock block, Optional<PlainBlock> current, Instant now) {
    boolean isCurrent = current.isPresent() && current.get() == block;
    return !isCurrent && block.waited(now).compareTo(LONG) > 0;
  }

  private void print(PlainBlock block, Instant now) {
    if (!isCurrent(block)) {
      current.ifPresent(left -> left.leave(out));
      if (numbered > 0) {
        out.println();
      }
      if (!block.numbered()) {
        block.number(++numbered);
      }
      block.printName(out, nameLength);
    }
    current = block.print(out, now) ? Optional.empty() : Optional.of(block);
    changed.remove(block);
  }

  private boolean isCurrent(PlainBlock block) {
    return current.isPresent() && current.get() == block;
  }
}
