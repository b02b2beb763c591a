package dev.strake.llb.go;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Go's {@code text/tabwriter} as it is mostly used: cells end with a tab and are padded with spaces on the right.
 *
 * <p>A column is a run of lines that all have a tab-terminated cell at that place; it is as wide as its widest cell and
 * the padding.
 */
public final class GoTabWriter {

  private static final int TAB = 8;

  private final String[][] lines;
  private final int[][] widths;

  private GoTabWriter(String text) {
    // A vertical tab ends a cell as well.
    String[] rows = text.replace('\u000B', '\t').split("\n", -1);
    lines = new String[rows.length][];
    widths = new int[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      lines[i] = rows[i].split("\t", -1);
      widths[i] = new int[lines[i].length - 1];
    }
  }

  /**
   * The text with its columns aligned.
   *
   * @param padding spaces behind the widest cell of a column
   */
  public static String align(String text, int padding) {
    return eachPart(
        text,
        writer -> {
          writer.measure(padding);
          return writer.write();
        });
  }

  /** The text with its columns aligned by tabs, each column at least one wider than its widest cell. */
  public static String alignWithTabs(String text) {
    return eachPart(
        text,
        writer -> {
          writer.measure(1);
          return writer.writeTabs();
        });
  }

  /** A form feed is a line's end that no column goes across. */
  private static String eachPart(String text, Function<GoTabWriter, String> aligned) {
    return Stream.of(text.split("\f", -1))
        .map(part -> aligned.apply(new GoTabWriter(part)))
        .collect(Collectors.joining("\n"));
  }

  private void measure(int padding) {
    int above = 0;
    for (int i = 0; i < lines.length; i++) {
      for (int column = above; column < widths[i].length; column++) {
        measureColumn(i, column, padding);
      }
      above = widths[i].length;
    }
  }

  private void measureColumn(int first, int column, int padding) {
    int end = first;
    int width = 0;
    while (end < lines.length && column < widths[end].length) {
      width = Math.max(width, length(lines[end][column]) + padding);
      end++;
    }
    for (int i = first; i < end; i++) {
      widths[i][column] = width;
    }
  }

  private String write() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      out.append(i == 0 ? "" : "\n");
      for (int column = 0; column < widths[i].length; column++) {
        String cell = lines[i][column];
        out.append(cell).append(" ".repeat(widths[i][column] - length(cell)));
      }
      out.append(lines[i][widths[i].length]);
    }
    return out.toString();
  }

  private String writeTabs() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      out.append(i == 0 ? "" : "\n");
      for (int column = 0; column < widths[i].length; column++) {
        String cell = lines[i][column];
        int width = (widths[i][column] + TAB - 1) / TAB * TAB;
        out.append(cell).append("\t".repeat((width - length(cell) + TAB - 1) / TAB));
      }
      out.append(lines[i][widths[i].length]);
    }
    return out.toString();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
