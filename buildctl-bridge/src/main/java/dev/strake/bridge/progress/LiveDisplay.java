package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexState;
import dev.strake.bridge.progress.DisplayColors.Role;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Shows a build on a terminal as a table that is drawn anew a few times a second: the steps with their times, and under
 * those that run the end of their output.
 */
public final class LiveDisplay implements ProgressDisplay {

  private final PrintStream out;
  private final Terminal terminal;
  private final DisplaySettings settings;
  private final Screen screen;
  private final BuildTrace trace = new BuildTrace(FailedSteps.MANY_LINES);
  private final Ticker ticker;
  private final Instant start = Instant.now();
  private Terminal.Size size;
  private boolean closed;

  LiveDisplay(PrintStream out, Terminal terminal, DisplaySettings settings) {
    this.out = out;
    this.terminal = terminal;
    this.settings = settings;
    this.screen = new Screen(out);
    this.size = terminal.size();
    this.ticker = new Ticker(settings.rate().every(), this::redraw);
  }

  @Override
  public synchronized void onProgress(List<ProgressEvent> events) {
    trace.apply(events);
  }

  @Override
  public void close() {
    ticker.close();
    synchronized (this) {
      closed = true;
      List<String> lines = wholeTable();
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
    size = terminal.size();
    screen.draw(table(size.lines() - 1), size);
  }

  private String head(Instant now, String end) {
    long ended = trace.steps().stream().filter(Step::ended).count();
    boolean all = ended > 0 && ended == trace.known();
    String time = Seconds.rounded(Duration.between(start, now));
    return fit("[+] Building %s (%d/%d)%s".formatted(time, ended, trace.known(), all ? end : ""), "");
  }

  /** What stays: every step with all its parts. */
  private List<String> wholeTable() {
    Instant now = Instant.now();
    List<String> lines = new ArrayList<>(List.of(head(now, " FINISHED")));
    for (Step step : trace.steps()) {
      lines.add(row(step, now));
      for (StatusChanged part : step.parts()) {
        String time = time(part, part.completed().orElse(now));
        String row = fit(" => => " + PlainText.of(part.id()) + PartText.amount(part), time);
        lines.add(part.completed().isPresent() ? paint(Role.RUN, row) : row);
      }
    }
    return lines;
  }

  private static String time(StatusChanged part, Instant end) {
    return part.started().map(begun -> " " + Seconds.rounded(Duration.between(begun, end))).orElse("");
  }

  private List<String> table(int maxLines) {
    Instant now = Instant.now();
    List<Step> steps = trace.steps();
    List<String> lines = new ArrayList<>();
    lines.add(head(now, ""));
    for (Step step : shown(steps, maxLines - 1)) {
      lines.add(row(step, now));
      if (!step.ended()) {
        step.openParts().forEach(part -> lines.add(row(part, now)));
        step.lastLines(settings.outputLines())
            .forEach(line -> lines.add(paint(Role.OUTPUT, fit(" => => # " + PlainText.of(line), ""))));
      }
    }
    return lines.size() <= maxLines ? lines : lines.subList(0, maxLines);
  }

  /** Where the window is too low for all, those that run, and as many of the latest others as fit. */
  private List<Step> shown(List<Step> steps, int maxLines) {
    int room = maxLines;
    for (Step step : steps) {
      room -= step.ended() ? 0 : 1 + step.openParts().size() + step.lastLines(settings.outputLines()).size();
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
      case FAILED -> paint(Role.ERROR, fit(" => ERROR " + name, time));
      case CANCELED -> paint(Role.CANCEL, fit(" => CANCELED " + name, time));
      case CACHED -> paint(Role.RUN, fit(" => CACHED " + name, time));
      case COMPLETED -> paint(Role.RUN, fit(" => " + name, time));
      case RUNNING, PENDING -> fit(" => " + name, time);
    };
  }

  private String row(StatusChanged part, Instant now) {
    String time = time(part, now);
    String bar = ProgressBar.of(part, size.columns());
    return fit(" => => " + PlainText.of(part.id()), bar + PartText.amount(part) + time);
  }

  /** A line of exactly the window's width less one, so that it never wraps. */
  private String fit(String text, String right) {
    int columns = Math.max(1, size.columns() - 1);
    String end = DisplayWidth.cut(right, columns - 1);
    int room = columns - DisplayWidth.of(end);
    String shown = DisplayWidth.cut(text, room);
    return shown + " ".repeat(room - DisplayWidth.of(shown)) + end;
  }

  private String paint(Role role, String text) {
    return settings.colors().paint(role, text);
  }
}
