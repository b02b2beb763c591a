package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows a build as lines that are only ever added to, as BuildKit's plain display does: each step has a number, which
 * begins all its lines.
 *
 * <p>Steps that run at the same time do not interleave line by line: they have turns. What happens within a moment of
 * the last that was shown is shown together, so that a quick step is one block.
 *
 * <p>Beside the reference's display, which prints the same text for the same messages, this one repeats the last lines of
 * a step that failed in their order, each once and whole, where that one loses or doubles some around a line without
 * end.
 */
public final class PlainDisplay implements ProgressDisplay {

  /** Where names of steps are cut, if they are to be. */
  static final int SHORT_NAMES = 72;

  private final PrintStream out;
  private final Supplier<Instant> clock;
  private final BuildTrace trace = new BuildTrace(FailedSteps.LINES);
  private final StepTurns turns;
  private Duration moment = Duration.ZERO;
  private Optional<Ticker> ticker = Optional.empty();
  private Optional<Instant> shown = Optional.empty();

  /**
   * A display that shows what is new a few times a second.
   *
   * @param nameLength how many characters of a step's name are shown
   */
  PlainDisplay(PrintStream out, int nameLength, DisplayRate rate) {
    this(out, nameLength, Instant::now);
    moment = rate.atMostEvery();
    ticker = Optional.of(new Ticker(rate.every(), this::flush));
  }

  /** A display that shows what is new when it is told to. */
  PlainDisplay(PrintStream out, int nameLength, Supplier<Instant> clock) {
    this.out = out;
    this.clock = clock;
    this.turns = new StepTurns(out, nameLength, trace);
  }

  @Override
  public synchronized void onProgress(List<ProgressEvent> events) {
    turns.onProgress(events, clock.get());
    if (ticker.isPresent()) {
      if (isTimeToShow(clock.get())) {
        flush();
      }
      ticker.get().restart();
    }
  }

  private boolean isTimeToShow(Instant now) {
    boolean due = shown.isEmpty() || Duration.between(shown.get(), now).compareTo(moment) >= 0;
    if (due) {
      shown = Optional.of(now);
    }
    return due;
  }

  /** Shows what is new. */
  synchronized void flush() {
    turns.print(clock.get());
    out.flush();
  }

  @Override
  public synchronized void close() {
    ticker.ifPresent(Ticker::close);
    flush();
    FailedSteps.print(trace, out);
    out.flush();
  }
}
