package dev.strake.bridge.http2;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads frames one after the other. Not thread-safe. */
final class FrameReader {

  private final ReadableByteChannel in;
  // Holds a whole frame of the largest size that this side allows.
  private final ByteBuffer buffer =
      ByteBuffer.allocate(2 * (Frame.HEAD_LENGTH + Frame.DEFAULT_MAX_PAYLOAD)).limit(0);

  FrameReader(ReadableByteChannel in) {
    this.in = in;
  }

  /** The next frame, or null where the peer has closed its side between two frames. */
  @Nullable Frame next() throws IOException {
    if (!fill(Frame.HEAD_LENGTH)) {
      return null;
    }
    int length = (buffer.get() & 0xff) << 16 | buffer.getShort() & 0xffff;
    int type = buffer.get() & 0xff;
    int flags = buffer.get() & 0xff;
    int stream = buffer.getInt() & 0x7fffffff;
    if (length > Frame.DEFAULT_MAX_PAYLOAD) {
      throw ProtocolException.frameSize("a frame of " + length + " bytes is larger than agreed on");
    }
    if (!fill(length)) {
      throw new EOFException("the connection was closed inside a frame");
    }
    byte[] payload = new byte[length];
    buffer.get(payload);
    return new Frame(type, flags, stream, payload);
  }

  /** Reads until so many bytes are there; false where the peer has closed and none is. */
  private boolean fill(int count) throws IOException {
    if (buffer.remaining() >= count) {
      return true;
    }
    buffer.compact();
    while (buffer.position() < count) {
      if (in.read(buffer) < 0) {
        if (buffer.position() == 0) {
          return false;
        }
        throw new EOFException("the connection was closed inside a frame");
      }
    }
    buffer.flip();
    return true;
  }
}
