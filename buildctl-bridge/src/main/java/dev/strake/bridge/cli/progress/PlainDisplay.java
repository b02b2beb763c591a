package dev.strake.bridge.cli.progress;

import dev.strake.bridge.control.ProgressEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Shows a build as lines that are only ever added to, as BuildKit's plain display does: each step has a number, which
 * begins all its lines.
 *
 * <p>Steps that run at the same time do not interleave line by line: one is the current one until it ends or another
 * has
 * waited long enough. What happens within a moment of the last that was shown is shown together, so that a quick step is
 * one block.
 */
public final class PlainDisplay implements ProgressDisplay {

  /** Where names of steps are cut, if they are to be. */
  static final int SHORT_NAMES = 72;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final PrintStream out;
  private final Supplier<Instant> clock;
  private final int nameLength;
  private final BuildTrace trace = new BuildTrace();
  private final Map<Step, Integer> numbers = new IdentityHashMap<>();
  private final Map<Step, Instant> waiting = new IdentityHashMap<>();
  private final Set<Step> open = new LinkedHashSet<>();
  private List<Step> current = List.of();
  private boolean printed;
  private Optional<Ticker> ticker = Optional.empty();
  private Optional<Instant> shown = Optional.empty();

  /**
   * A display that shows what is new ten times a second.
   *
   * @param nameLength how many characters of a step's name are shown
   */
  public PlainDisplay(PrintStream out, int nameLength) {
    this(out, nameLength, Instant::now);
    ticker = Optional.of(new Ticker(MOMENT, this::flush));
  }

  /** A display that shows what is new when it is told to. */
  PlainDisplay(PrintStream out, int nameLength, Supplier<Instant> clock) {
    this.out = out;
    this.nameLength = nameLength;
    this.clock = clock;
  }

  @Override
  public synchronized void onProgress(List<ProgressEvent> events) {
    for (Step step : trace.apply(events)) {
      open.add(step);
      waiting.putIfAbsent(step, clock.get());
    }
    if (ticker.isPresent() && isTimeToShow(clock.get())) {
      flush();
    }
  }

  private boolean isTimeToShow(Instant now) {
    boolean due = shown.isEmpty() || Duration.between(shown.get(), now).compareTo(MOMENT) >= 0;
    if (due) {
      shown = Optional.of(now);
    }
    return due;
  }

  /** Shows what is new. */
  synchronized void flush() {
    if (!open.isEmpty()) {
      printEnded();
      printRunning(clock.get());
      out.flush();
    }
  }

  @Override
  public synchronized void close() {
    ticker.ifPresent(Ticker::close);
    printEnded();
    new ArrayList<>(open).forEach(this::print);
    FailedSteps.print(trace, out);
    out.flush();
  }

  /** The current step first, so that it need not be named again; then in the order of their ends. */
  private void printEnded() {
    List<Step> ended = new ArrayList<>(open.stream().filter(Step::ended).toList());
    ended.sort(Comparator.comparing((Step step) -> !isCurrent(step)).thenComparing(Step::endedAt));
    ended.forEach(this::print);
  }

  private void printRunning(Instant now) {
    if (current.isEmpty()) {
      open.stream().findFirst().ifPresent(this::print);
      return;
    }
    current.stream().filter(open::contains).findFirst().ifPresent(this::print);
    open.stream()
        .filter(step -> Duration.between(waiting.get(step), now).compareTo(PATIENCE) > 0)
        .findFirst()
        .ifPresent(this::print);
  }

  private void print(Step step) {
    int number = numbers.computeIfAbsent(step, key -> numbers.size() + 1);
    String prefix = "#" + number + " ";
    if (!isCurrent(step)) {
      current.forEach(left -> out.println("#" + numbers.get(left) + " ..."));
      if (printed) {
        out.println();
      }
      out.println(prefix + shown(step.name()));
      printed = true;
    }
    boolean ended = step.ended();
    step.takeLines(ended).forEach(line -> out.println(prefix + line));
    open.remove(step);
    waiting.remove(step);
    current = ended ? List.of() : List.of(step);
    if (ended) {
      out.println(prefix + ending(step));
    }
  }

  private String shown(String name) {
    return name.length() <= nameLength ? name : name.substring(0, nameLength) + "...";
  }

  private String ending(Step step) {
    return switch (step.state()) {
      case FAILED -> "ERROR: " + step.error();
      case CANCELED -> "CANCELED";
      case CACHED -> "CACHED";
      case COMPLETED, RUNNING, PENDING -> "DONE " + Seconds.rounded(step.time(clock.get()));
    };
  }

  private boolean isCurrent(Step step) {
    return current.contains(step);
  }
}
