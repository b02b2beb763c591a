package dev.strake.bridge.http2;

import java.nio.ByteBuffer;

/** Where a connection's frames go. Thread-safe, and never waits for the peer. */
interface FrameSink {

  /** Drops all frames. */
  FrameSink NOWHERE =
      new FrameSink() {
        @Override
        public void write(ByteBuffer frame) {}

        @Override
        public void write(ByteBuffer head, ByteBuffer payload) {}

        @Override
        public boolean isFlooded() {
          return false;
        }

        @Override
        public void close() {}
      };

  /** Sends a frame some time soon, behind those that came before. After {@link #close} it is dropped. */
  void write(ByteBuffer frame);

  /** The same for a frame in two parts, of which the second is not copied: it must not change any more. */
  void write(ByteBuffer head, ByteBuffer payload);

  /** Whether the peer makes this side answer without reading the answers. */
  boolean isFlooded();

  /** Takes no more. What waits is still sent. */
  void close();
}
