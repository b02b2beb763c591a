package dev.strake.bridge.http2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * Writes frames from a thread of its own, so that whoever reads never waits for a peer that reads slowly: two sides
 * that both wait for the other to read would wait for ever. Thread-safe.
 *
 * <p>What waits here is bounded: flow control limits data, the peer's own setting limits streams, and the reader stops
 * where {@link #isFlooded} is true.
 */
final class FrameWriter {

  private static final int MAX_WAITING = 10_000;

  private final WritableByteChannel out;
  private final Consumer<IOException> onFailure;
  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private final Thread thread;
  private boolean closing;

  FrameWriter(WritableByteChannel out, Consumer<IOException> onFailure) {
    this.out = out;
    this.onFailure = onFailure;
    this.thread = new Thread(this::run, "http2-writer");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Whether the peer makes this side answer without reading the answers. */
  synchronized boolean isFlooded() {
    return waiting.size() >= MAX_WAITING;
  }

  /** Writes this some time soon. After {@link #close} it is dropped. */
  synchronized void write(ByteBuffer frame) {
    if (!closing) {
      waiting.add(frame);
      notifyAll();
    }
  }

  /** Ends the thread once all that waits is written. */
  synchronized void close() {
    closing = true;
    notifyAll();
  }

  /** Waits until all that waits is written, or so many milliseconds. */
  void awaitClosed(long millis) throws InterruptedException {
    thread.join(millis);
  }

  private void run() {
    try {
      while (true) {
        ByteBuffer next = take();
        if (!next.hasRemaining()) {
          return;
        }
        while (next.hasRemaining()) {
          out.write(next);
        }
      }
    } catch (IOException e) {
      close();
      onFailure.accept(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As many waiting frames as fit into one write, for a write costs more than a copy; empty when closed. */
  private synchronized ByteBuffer take() throws InterruptedException {
    while (waiting.isEmpty()) {
      if (closing) {
        return ByteBuffer.allocate(0);
      }
      wait();
    }
    ByteBuffer first = waiting.removeFirst();
    if (waiting.isEmpty() || first.remaining() >= Frame.DEFAULT_MAX_PAYLOAD) {
      return first;
    }
    ByteBuffer joined = ByteBuffer.allocate(2 * Frame.DEFAULT_MAX_PAYLOAD).put(first);
    while (!waiting.isEmpty() && waiting.getFirst().remaining() <= joined.remaining()) {
      joined.put(waiting.removeFirst());
    }
    return joined.flip();
  }
}
