package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a plain display has still to show of a step, and how much it waits to be shown. Not thread-safe. */
final class PlainBlock {

  private final Step step;
  private final PartLines parts;
  private final PlainOutput output = new PlainOutput();
  private final List<String> warnings = new ArrayList<>();
  private int number;
  private int news;
  private Instant since = Instant.MAX;

  PlainBlock(Step step, Map<String, StatusChanged> shownParts) {
    this.step = step;
    this.parts = new PartLines(shownParts);
  }

  Step step() {
    return step;
  }

  void add(ProgressEvent event) {
    switch (event) {
      case VertexChanged vertex -> {
        // The step knows.
      }
      case StatusChanged part -> parts.change(part);
      case LogWritten log -> output.add(log.data(), step.secondsSinceStart(log.timestamp()));
      case WarningRaised warning -> warnings.add("WARN: " + warning.message());
    }
  }

  /** One more thing has happened. */
  void count(Instant now) {
    if (news == 0) {
      since = now;
    }
    news++;
  }

  /** How long ago the first thing happened since it was last left or ended. */
  Duration waited(Instant now) {
    return since.equals(Instant.MAX) ? Duration.ZERO : Duration.between(since, now);
  }

  /** How much happens in a second. */
  double speed(Instant now) {
    return news / (waited(now).toNanos() / 1e9);
  }

  /** Whether it has been shown before. */
  boolean numbered() {
    return number > 0;
  }

  void number(int next) {
    number = next;
  }

  void printName(PrintStream out, int length) {
    String name = step.name();
    out.println(prefix() + (name.length() <= length ? name : name.substring(0, length) + "..."));
  }

  /**
   * Shows what is new, and tells whether the step's end was part of it: one whose parts still go on has not ended yet.
   */
  boolean print(PrintStream out, Instant now) {
    boolean open = false;
    for (StatusChanged part : parts.take()) {
      out.println(prefix() + PartText.of(part));
      open |= part.completed().isEmpty();
    }
    warnings.forEach(warning -> out.println(prefix() + warning));
    warnings.clear();
    output.print(out, prefix());
    if (!step.ended() || open) {
      return false;
    }
    news = 0;
    output.end(out);
    out.println(prefix() + ending(now));
    return true;
  }

  /** Another is shown next. */
  void leave(PrintStream out) {
    output.leave(out);
    news = 0;
    out.println(prefix() + "...");
  }

  private String prefix() {
    return "#" + number + " ";
  }

  private String ending(Instant now) {
    return switch (step.state()) {
      case FAILED -> "ERROR: " + step.error();
      case CANCELED -> "CANCELED";
      case CACHED -> "CACHED";
      case COMPLETED, RUNNING, PENDING -> "DONE " + Seconds.rounded(step.time(now));
    };
  }
}
