package dev.strake.bridge.progress;

import java.io.PrintStream;
import java.util.List;

/** The lower end of a terminal, which is written over and over. Not thread-safe. */
final class Screen {

  private static final String HIDE_CURSOR = "\033[?25l";
  private static final String SHOW_CURSOR = "\033[?25h";
  private static final String CLEAR_TO_LINE_END = "\033[K";
  private static final String CLEAR_BELOW = "\033[J";

  private static final int MAX_COLUMNS = 10_000;

  private final PrintStream out;
  private int drawn;
  private int drawnColumns;

  Screen(PrintStream out) {
    this.out = out;
  }

  /** Puts these lines in place of those drawn before. */
  void draw(List<String> lines, Terminal.Size size) {
    StringBuilder text = new StringBuilder(HIDE_CURSOR);
    if (drawn > 0) {
      text.append("\033[").append(Math.min(rows(size.columns()), size.lines() - 1)).append("A\r");
    }
    if (size.columns() != drawnColumns) {
      // The terminal has wrapped the lines anew.
      text.append(CLEAR_BELOW);
    }
    lines.forEach(line -> text.append(line).append(CLEAR_TO_LINE_END).append('\n'));
    text.append(CLEAR_BELOW).append(SHOW_CURSOR);
    out.print(text);
    out.flush();
    drawn = lines.size();
    drawnColumns = size.columns();
  }

  /** How many of the window's rows the drawn lines take up: a window that has become narrower has wrapped them. */
  private int rows(int columns) {
    int each = Math.max(1, (Math.min(drawnColumns, MAX_COLUMNS) - 1 + columns - 1) / columns);
    return drawn * (columns < drawnColumns ? each : 1);
  }

  /** Leaves what is drawn where it is. */
  void release() {
    drawn = 0;
  }
}
