package dev.strake.llb.go;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A long text in the making that is to be bytes: holds little of it as characters, and never two copies of the whole
 * until {@link #toBytes}. Not thread-safe.
 *
 * <p>Usage: append to {@link #text}, and call {@link #flush} where a piece may end.
 */
public final class Utf8Output {

  private static final int PIECE = 1 << 13;

  private final StringBuilder text = new StringBuilder(1 << 10);
  private final List<byte[]> pieces = new ArrayList<>();
  private final long limit;
  private long size;

  /** @param limit the number of bytes that may come, about */
  public Utf8Output(long limit) {
    this.limit = limit;
  }

  /** Where to append. */
  public StringBuilder text() {
    return text;
  }

  /**
   * Takes what was appended over, once it is enough. A pair of surrogates must not be half appended.
   *
   * @throws TooLargeException when it is more than the limit
   */
  public void flush() {
    if (text.length() >= PIECE) {
      take();
    }
  }

  private void take() {
    if (size + text.length() > limit) {
      throw new TooLargeException(limit);
    }
    byte[] piece = GoStrings.toValid(text.toString()).getBytes(StandardCharsets.UTF_8);
    pieces.add(piece);
    size += piece.length;
    text.setLength(0);
    if (text.capacity() > 8 * PIECE) {
      text.trimToSize();
    }
  }

  /** All bytes. */
  public byte[] toBytes() {
    take();
    byte[] all = new byte[Math.toIntExact(size)];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    return all;
  }

  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }
}
