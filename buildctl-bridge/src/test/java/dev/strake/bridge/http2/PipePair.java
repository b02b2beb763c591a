package dev.strake.bridge.http2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Two pipes of the kernel, as a frontend has them on standard input and output. What runs through them goes on to a peer
 * who has a channel for both directions; whichever side ends, the other is told.
 */
record PipePair(Pipe.SourceChannel in, Pipe.SinkChannel out) {

  private static final int PART = 16 << 10;

  static PipePair to(ByteChannel peer) throws IOException {
    Pipe fromPeer = Pipe.open();
    Pipe toPeer = Pipe.open();
    Thread.ofPlatform().daemon().start(() -> pump(peer, fromPeer.sink(), fromPeer.sink()));
    Thread.ofPlatform().daemon().start(() -> pump(toPeer.source(), peer, peer));
    return new PipePair(fromPeer.source(), toPeer.sink());
  }

  private static void pump(ReadableByteChannel from, WritableByteChannel to, AutoCloseable end) {
    ByteBuffer part = ByteBuffer.allocateDirect(PART);
    try (end) {
      while (from.read(part.clear()) >= 0) {
        part.flip();
        while (part.hasRemaining()) {
          to.write(part);
        }
      }
    } catch (Exception over) {
      // Either end is gone; closing the other tells it.
    }
  }
}
