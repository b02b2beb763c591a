package dev.strake.bridge.cli.progress;

import java.io.PrintStream;
import java.util.List;

/** The lower end of a terminal, which is written over and over. Not thread-safe. */
final class Screen {

  private static final String HIDE_CURSOR = "\033[?25l";
  private static final String SHOW_CURSOR = "\033[?25h";
  private static final String CLEAR_TO_LINE_END = "\033[K";
  private static final String CLEAR_BELOW = "\033[J";

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
      text.append("\033[").append(Math.min(drawn, size.lines() - 1)).append("A\r");
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

  /** Leaves what is drawn where it is. */
  void release() {
    drawn = 0;
  }
}
