package dev.strake.grammar.diagnostics;

import dev.strake.grammar.source.Span;

/**
 * One line of a source as it is shown: tabs as blanks, control characters as pictures, and of a line that is too long
 * only a window around the place that matters.
 *
 * @param text what is shown
 * @param markStart the column in {@code text} where the mark starts, from 0
 * @param markWidth how many columns it covers, at least 1
 */
record Excerpt(String text, int markStart, int markWidth) {

  private static final int TAB = 4;
  private static final String CUT = "…";

  /**
   * Shows a line.
   *
   * @param line the line, without its end
   * @param mark what is to be marked in it, counted from the line's start
   * @param width the most columns to use
   */
  static Excerpt of(String line, Span mark, int width) {
    int start = columns(line, 0, mark.start(), 0);
    int end = columns(line, mark.start(), mark.end(), start);
    int all = columns(line, mark.end(), line.length(), end);
    if (all <= width) {
      return new Excerpt(show(line, 0, all), start, Math.max(1, end - start));
    }
    int from = Math.max(0, Math.min(start - width / 4, all - width));
    int to = Math.min(all, from + width);
    String cutLeft = from > 0 ? CUT : "";
    String cutRight = to < all ? CUT : "";
    String shown = cutLeft + show(line, from + cutLeft.length(), to - cutRight.length()) + cutRight;
    int shownEnd = Math.min(end, to) - from;
    return new Excerpt(shown, start - from, Math.max(1, shownEnd - (start - from)));
  }

  /** The column behind {@code [from, to)} of a line, when {@code from} is at {@code column}. */
  private static int columns(String line, int from, int to, int column) {
    int at = column;
    for (int i = from; i < to; ) {
      int c = line.codePointAt(i);
      at += width(c, at);
      i += Character.charCount(c);
    }
    return at;
  }

  private static int width(int c, int column) {
    return c == '\t' ? TAB - column % TAB : DisplayWidth.of(c);
  }

  /** The columns {@code [from, to)}; a character that stands half outside becomes blank. */
  private static String show(String line, int from, int to) {
    StringBuilder shown = new StringBuilder();
    int column = 0;
    for (int i = 0; i < line.length() && column < to; ) {
      int c = line.codePointAt(i);
      int next = column + width(c, column);
      if (c == '\t' || column < from && next > from || next > to) {
        shown.append(" ".repeat(Math.max(0, Math.min(next, to) - Math.max(column, from))));
      } else if (column >= from) {
        shown.appendCodePoint(picture(c));
      }
      column = next;
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  /** A control character would act on the terminal, so a picture of it stands for it. */
  private static int picture(int c) {
    if (c < 0x20) {
      return 0x2400 + c;
    }
    return c == 0x7F ? 0x2421 : c > 0x7F && c < 0xA0 || isLoneSurrogate(c) ? 0xFFFD : c;
  }

  private static boolean isLoneSurrogate(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }
}
