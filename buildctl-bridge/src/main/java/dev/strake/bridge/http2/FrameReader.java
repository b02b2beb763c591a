package dev.strake.bridge.http2;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/** Reads frames from a channel, one after the other. Not thread-safe. */
final class FrameReader {

  private final ReadableByteChannel in;
  private final FrameBuffer buffer = new FrameBuffer();
  private boolean ended;

  FrameReader(ReadableByteChannel in) {
    this.in = in;
  }

  /** The next frame, or null where the peer has closed its side between two frames. */
  @Nullable Frame next() throws IOException {
    while (true) {
      Frame frame = buffer.next();
      if (frame != null) {
        return frame;
      }
      if (ended) {
        if (buffer.isInsideFrame()) {
          throw new EOFException("the connection was closed inside a frame");
        }
        return null;
      }
      buffer.fill(space -> ended = in.read(space) < 0);
    }
  }
}
