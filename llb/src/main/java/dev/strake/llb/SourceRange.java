package dev.strake.llb;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/**
 * An area of a source file, from one position to another. Lines count from 1, characters from 0; the meaning of the
 * characters is the writer's.
 */
public record SourceRange(int startLine, int startCharacter, int endLine, int endCharacter) {
  /** The lines from the first to the last, each for itself; none where the last is before the first. */
  public static List<SourceRange> eachLine(int first, int last) {
    return new AbstractList<>() {
      @Override
      public SourceRange get(int index) {
        int line = first + Objects.checkIndex(index, size());
        return lines(line, line);
      }

      @Override
      public int size() {
        return Math.max(0, last - first + 1);
      }
    };
  }

  /** Whole lines. */
  public static SourceRange lines(int start, int end) {
    return new SourceRange(start, 0, end, 0);
  }
}
