package dev.strake.grammar.source;

/**
 * A half-open range {@code [start, end)} of offsets into the text of one {@link SourceFile}.
 *
 * <p>Offsets count UTF-16 code units. A span knows nothing of lines: ask the file.
 *
 * @param start offset of the first code unit
 * @param end offset behind the last code unit, not less than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  /** The empty span in front of {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean contains(int offset) {
    return start <= offset && offset < end;
  }

  /** The smallest span that covers this one and {@code other}. */
  public Span cover(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The part {@code [from, to)} of this span, counted from its start. */
  public Span part(int from, int to) {
    if (to > length()) {
      throw new IllegalArgumentException("part [" + from + ", " + to + ") is outside " + this);
    }
    return new Span(start + from, start + to);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
  }
}
