package dev.strake.grammar;

import java.util.Arrays;

/**
 * Where the pieces of a logical line's text stand in the file: a place in the one becomes a place in the other.
 *
 * <p>Immutable. Offsets are UTF-16 code units.
 */
public final class LinePieces {

  /** One piece that stands where it stands: each place is itself. */
  public static final LinePieces WHOLE = new LinePieces(new int[1], new int[1]);

  // Piece i of the text starts at valueStarts[i] and comes from sourceStarts[i] on.
  private final int[] valueStarts;
  private final int[] sourceStarts;

  /** Pieces of which the first starts at 0 and none is empty; the arrays are the new object's own. */
  LinePieces(int[] valueStarts, int[] sourceStarts) {
    this.valueStarts = valueStarts;
    this.sourceStarts = sourceStarts;
  }

  /** Where {@code value}, an offset in the text, is in the file. */
  public int sourceOf(int value) {
    int piece = Arrays.binarySearch(valueStarts, value);
    int index = piece >= 0 ? piece : -piece - 2;
    return sourceStarts[index] + value - valueStarts[index];
  }

  /** Where {@code source}, which is in one of the pieces or in front of the first, is in the text. */
  public int valueOf(int source) {
    int piece = Arrays.binarySearch(sourceStarts, source);
    int index = Math.max(0, piece >= 0 ? piece : -piece - 2);
    return valueStarts[index] + source - sourceStarts[index];
  }
}
