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
        public boolean reply(ByteBuffer frame) {
          return true;
        }

        @Override
        public void close() {}
      };

  /** Sends a frame some time soon, behind those that came before. After {@link #close} it is dropped. */
  void write(ByteBuffer frame);

  /** The same for a frame in two parts, of which the second is not copied: it must not change any more. */
  void write(ByteBuffer head, ByteBuffer payload);

  /**
   * Sends what the peer has made this side say, which nothing else bounds; false, and nothing is sent, where too much of
   * it waits already: the peer does not read.
   */
  boolean reply(ByteBuffer frame);

  /** Takes no more. What waits is still sent. */
  void close();
}
