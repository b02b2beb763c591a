package dev.strake.grammar.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
  // Made when first asked for: a file that is refused for its size is never decoded.
  private volatile @Nullable String text;
  private volatile int @Nullable [] lineStarts;

  private SourceFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * A file of these bytes, read as UTF-8; what is not UTF-8 reads as {@link Utf8Escapes} say.
   *
   * @param bytes handed over, not to be changed any more
   */
  public static SourceFile of(String name, byte[] bytes) {
    return new SourceFile(name, bytes);
  }

  /** A file of this text. */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, Utf8Escapes.encode(text));
  }

  /** The number of bytes. */
  public int size() {
    return bytes.length;
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
    String result = text;
    if (result == null) {
      result = Utf8Escapes.decode(bytes);
      text = result;
    }
    return result;
  }

  public String text(Span span) {
    return text().substring(span.start(), span.end());
  }

  /** The number of lines; text behind the last {@code \n}, even none, is a line. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The line that holds {@code offset}, from 1. */
  public int lineOf(int offset) {
    if (offset < 0 || offset > text().length()) {
      throw new IndexOutOfBoundsException("offset " + offset + " is outside " + name);
    }
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of {@code offset} in its line, from 1, in code points. */
  public int columnOf(int offset) {
    return text().codePointCount(lineStarts()[lineOf(offset) - 1], offset) + 1;
  }

  /** The line's span, without its line end. */
  public Span lineSpan(int line) {
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] - 1 : text().length();
    if (line < starts.length && end > start && text().charAt(end - 1) == '\r') {
      end--;
    }
    return new Span(start, end);
  }

  @Override
  public String toString() {
    return "SourceFile[" + name + ", " + lineCount() + " lines]";
  }

  private int[] lineStarts() {
    int[] result = lineStarts;
    if (result == null) {
      result = findLineStarts(text());
      lineStarts = result;
    }
    return result;
  }

  private static int[] findLineStarts(String text) {
    // Counted first: an array that grows would need three times the room, and a file may be nothing but line ends.
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      count++;
    }
    int[] starts = new int[count];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
    return starts;
  }
}
