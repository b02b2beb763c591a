package dev.strake.grammar.diagnostics;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The lines of ranges one by one, each made when it is asked for: an instruction may have millions. Immutable. */
final class EachLine extends AbstractList<LineRange> implements RandomAccess {

  private final List<LineRange> ranges;
  // Where each range's lines begin in the list, and at last the list's size.
  private final int[] starts;

  EachLine(List<LineRange> ranges) {
    this.ranges = ranges;
    this.starts = new int[ranges.size() + 1];
    for (int i = 0; i < ranges.size(); i++) {
      LineRange range = ranges.get(i);
      starts[i + 1] = starts[i] + Math.max(range.first(), range.last()) - range.first() + 1;
    }
  }

  @Override
  public LineRange get(int index) {
    Objects.checkIndex(index, size());
    int range = 0;
    while (starts[range + 1] <= index) {
      range++;
    }
    int line = ranges.get(range).first() + index - starts[range];
    return new LineRange(line, line);
  }

  @Override
  public int size() {
    return starts[ranges.size()];
  }
}
