package dev.strake.bridge.cli.progress;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.VertexState;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Shows a build on a terminal as a table that is drawn anew a few times a second: the steps with their times, and under
 * those that run the end of their output.
 */
public final class LiveDisplay implements ProgressDisplay {

  private static final int SHOWN_LOG_LINES = 4;
  private static final Duration REDRAW = Duration.ofMillis(150);
  private static final long RESIZE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PrintStream out;
  private final Terminal terminal;
  private final Screen screen;
  private final BuildTrace trace = new BuildTrace();
  private final Map<Step, Deque<String>> tails = new WeakHashMap<>();
  private final Ticker ticker;
  private final Instant start = Instant.now();
  private Terminal.Size size;
  private long sizeAskedAt;
  private boolean closed;

  public LiveDisplay(PrintStream out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
    this.screen = new Screen(out);
    this.size = terminal.size();
    this.sizeAskedAt = System.nanoTime();
    this.ticker = new Ticker(REDRAW, this::redraw);
  }

  @Override
  public synchronized void onProgress(List<ProgressEvent> events) {
    for (Step step : trace.apply(events)) {
      Deque<String> tail = tails.computeIfAbsent(step, key -> new ArrayDeque<>());
      for (String line : step.takeLines(step.ended())) {
        tail.addLast(PlainText.of(line));
        if (tail.size() > SHOWN_LOG_LINES) {
          tail.removeFirst();
        }
      }
    }
  }

  @Override
  public void close() {
    ticker.close();
    synchronized (this) {
      closed = true;
      List<String> lines = table(Integer.MAX_VALUE);
      screen.draw(lines, size);
      screen.release();
      Warnings.print(trace, out);
      FailedSteps.print(trace, out);
      out.flush();
    }
  }

  private synchronized void redraw() {
    if (closed) {
      return;
    }
    if (System.nanoTime() - sizeAskedAt > RESIZE_NANOS) {
      size = terminal.size();
      sizeAskedAt = System.nanoTime();
    }
    screen.draw(table(size.lines() - 1), size);
  }

  private List<String> table(int maxLines) {
    Instant now = Instant.now();
    List<Step> steps = trace.steps();
    long ended = steps.stream().filter(Step::ended).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "[+] Building %s (%d/%d)"
            .formatted(Seconds.rounded(Duration.between(start, now)), ended, trace.known()));
    for (Step step : shown(steps, maxLines - 1)) {
      lines.add(row(step, now));
      if (!step.ended()) {
        step.openParts().forEach(part -> lines.add(fit(" => => " + part.id() + PartText.amount(part), "")));
        tails
            .getOrDefault(step, new ArrayDeque<>())
            .forEach(line -> lines.add(paint(Color.FAINT, fit(" => => # " + line, ""))));
      }
    }
    return lines.size() <= maxLines ? lines : lines.subList(0, maxLines);
  }

  /** Where the window is too low for all, those that run, and as many of the latest others as fit. */
  private List<Step> shown(List<Step> steps, int maxLines) {
    int room = maxLines;
    for (Step step : steps) {
      room -= step.ended() ? 0 : 1 + step.openParts().size() + tails.getOrDefault(step, new ArrayDeque<>()).size();
    }
    Deque<Step> shown = new ArrayDeque<>();
    for (Step step : steps.reversed()) {
      if (!step.ended()) {
        shown.addFirst(step);
      } else if (room > 0) {
        shown.addFirst(step);
        room--;
      }
    }
    return List.copyOf(shown);
  }

  private String row(Step step, Instant now) {
    String name = PlainText.of(step.name());
    String time = " " + Seconds.rounded(step.time(now));
    VertexState state = step.state();
    return switch (state) {
      case FAILED -> paint(Color.RED, fit(" => ERROR " + name, time));
      case CANCELED -> paint(Color.YELLOW, fit(" => CANCELED " + name, time));
      case CACHED -> paint(Color.BLUE, fit(" => CACHED " + name, time));
      case COMPLETED -> paint(Color.BLUE, fit(" => " + name, time));
      case RUNNING, PENDING -> fit(" => " + name, time);
    };
  }

  /** A line of exactly the window's width less one, so that it never wraps. */
  private String fit(String text, String right) {
    int room = Math.max(1, size.columns() - 1 - right.length());
    int length = text.codePointCount(0, text.length());
    if (length > room) {
      return text.substring(0, text.offsetByCodePoints(0, room)) + right;
    }
    return text + " ".repeat(room - length) + right;
  }

  private String paint(Color color, String text) {
    return terminal.colors() ? color.code + text + Color.RESET : text;
  }

  private enum Color {
    RED("\033[31m"),
    YELLOW("\033[33m"),
    BLUE("\033[34m"),
    FAINT("\033[2m");

    private static final String RESET = "\033[0m";

    private final String code;

    Color(String code) {
      this.code = code;
    }
  }
}
