package dev.strake.grammar.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One source text with its name, its bytes as they were read, and its lines.
 *
 * <p>Immutable. Lines count from 1, columns from 1 in code points. A line ends behind its {@code \n}; a {@code \r} in
 * front of it belongs to the line.
 *
 * <pre>{@code
 * SourceFile file = SourceFile.of("Dockerfile", bytes);
 * int line = file.lineOf(span.start());
 * }</pre>
 */
public final class SourceFile {

  private final String name;
  private final byte[] bytes;
  private final String text;
  private final int[] lineStarts;

  private SourceFile(String name, byte[] bytes, String text) {
    this.name = name;
    this.bytes = bytes;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** A file of these bytes, read as UTF-8; what is not UTF-8 reads as U+FFFD. */
  public static SourceFile of(String name, byte[] bytes) {
    return new SourceFile(name, bytes.clone(), new String(bytes, StandardCharsets.UTF_8));
  }

  /** A file of this text. */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8), text);
  }

  /** The name to show, such as {@code Dockerfile}. */
  public String name() {
    return name;
  }

  /** A copy of the bytes that the file was made of. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public String text() {
    return text;
  }

  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The number of lines; text behind the last {@code \n}, even none, is a line. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The line that holds {@code offset}, from 1. */
  public int lineOf(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IndexOutOfBoundsException("offset " + offset + " is outside " + name);
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of {@code offset} in its line, from 1, in code points. */
  public int columnOf(int offset) {
    return text.codePointCount(lineStarts[lineOf(offset) - 1], offset) + 1;
  }

  /** The line's span, without its line end. */
  public Span lineSpan(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (line < lineStarts.length && end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return new Span(start, end);
  }

  @Override
  public String toString() {
    return "SourceFile[" + name + ", " + lineCount() + " lines]";
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }
}
