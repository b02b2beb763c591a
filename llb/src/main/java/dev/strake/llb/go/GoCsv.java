package dev.strake.llb.go;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated values, as BuildKit reads the values of flags such as {@code --mount}. */
public final class GoCsv {

  private GoCsv() {}

  /**
   * The line's fields. A field may stand in double quotes, in which a comma is plain and {@code ""} is one quote; a
   * line end at the end is dropped.
   *
   * @throws IllegalArgumentException when a quote is where none may be, or the line is empty; the message is Go's
   */
  public static List<String> fields(String text) {
    String line = withoutLineEnd(text);
    if (line.isEmpty()) {
      throw new IllegalArgumentException("EOF");
    }
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      int end = line.startsWith("\"", at) ? quotedField(line, at + 1, fields) : plainField(line, at, fields);
      if (end == line.length()) {
        return fields;
      }
      at = end + 1;
    }
  }

  /** Adds the field that begins at {@code start}, and returns where it ends: at a comma or the line's end. */
  private static int plainField(String line, int start, List<String> fields) {
    int comma = line.indexOf(',', start);
    int end = comma < 0 ? line.length() : comma;
    int quote = line.indexOf('"', start);
    if (quote >= 0 && quote < end) {
      throw error(line, quote, "bare \" in non-quoted-field");
    }
    fields.add(line.substring(start, end));
    return end;
  }

  private static int quotedField(String line, int start, List<String> fields) {
    StringBuilder field = new StringBuilder();
    int at = start;
    while (true) {
      int quote = line.indexOf('"', at);
      if (quote < 0) {
        throw error(line, at, "extraneous or missing \" in quoted-field");
      }
      field.append(line, at, quote);
      int next = quote + 1;
      if (next == line.length() || line.charAt(next) == ',') {
        fields.add(field.toString());
        return next;
      }
      if (line.charAt(next) != '"') {
        throw error(line, quote, "extraneous or missing \" in quoted-field");
      }
      field.append('"');
      at = next + 1;
    }
  }

  private static String withoutLineEnd(String text) {
    if (!text.endsWith("\n")) {
      return text;
    }
    return text.substring(0, text.length() - (text.endsWith("\r\n") ? 2 : 1));
  }

  /** Go counts columns in bytes, from 1. */
  private static IllegalArgumentException error(String line, int index, String what) {
    int column = line.substring(0, index).getBytes(StandardCharsets.UTF_8).length + 1;
    return new IllegalArgumentException("parse error on line 1, column " + column + ": " + what);
  }
}
