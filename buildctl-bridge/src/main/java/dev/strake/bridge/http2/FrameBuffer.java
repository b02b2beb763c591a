package dev.strake.bridge.http2;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts what comes from a peer into frames. Not thread-safe. */
final class FrameBuffer {

  // Holds a whole frame of the largest size that this side allows.
  private final ByteBuffer buffer = ByteBuffer.allocate(4 * (Frame.HEAD_LENGTH + Frame.DEFAULT_MAX_PAYLOAD)).limit(0);

  /** Has bytes written into it by {@code filler}, which is to leave the buffer's position behind the last of them. */
  <E extends Exception> void fill(Filler<E> filler) throws E {
    buffer.compact();
    try {
      filler.fill(buffer);
    } finally {
      buffer.flip();
    }
  }

  /** Writes into a buffer. */
  @FunctionalInterface
  interface Filler<E extends Exception> {
    void fill(ByteBuffer space) throws E;
  }

  /** Takes these bytes away where they are next; false where more must come before that can be told. */
  boolean skip(byte[] expected) throws ProtocolException {
    int length = Math.min(expected.length, buffer.remaining());
    byte[] there = new byte[length];
    buffer.get(buffer.position(), there);
    if (!Arrays.equals(there, Arrays.copyOf(expected, length))) {
      throw ProtocolException.protocol("the peer does not begin as a client of HTTP/2 does");
    }
    if (length < expected.length) {
      return false;
    }
    buffer.position(buffer.position() + length);
    return true;
  }

  /** The next frame, or null where it is not complete. */
  @Nullable Frame next() throws ProtocolException {
    if (buffer.remaining() < Frame.HEAD_LENGTH) {
      return null;
    }
    int start = buffer.position();
    int length = (buffer.get(start) & 0xff) << 16 | buffer.getShort(start + 1) & 0xffff;
    if (length > Frame.DEFAULT_MAX_PAYLOAD) {
      throw ProtocolException.frameSize("a frame of " + length + " bytes is larger than agreed on");
    }
    if (buffer.remaining() < Frame.HEAD_LENGTH + length) {
      return null;
    }
    byte[] payload = new byte[length];
    buffer.get(start + Frame.HEAD_LENGTH, payload);
    buffer.position(start + Frame.HEAD_LENGTH + length);
    return new Frame(
        buffer.get(start + 3) & 0xff, buffer.get(start + 4) & 0xff, buffer.getInt(start + 5) & 0x7fffffff, payload);
  }

  /** Whether it holds the beginning of a frame. */
  boolean isInsideFrame() {
    return buffer.hasRemaining();
  }
}
