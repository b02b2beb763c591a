package dev.strake.bridge.http2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames to a channel from a thread of its own, so that whoever reads never waits for a peer that reads slowly:
 * two sides that both wait for the other to read would wait for ever. Thread-safe.
 *
 * <p>What waits here is bounded: flow control limits data, the peer's own setting limits streams, and {@link #reply}
 * limits the rest.
 */
final class FrameWriter implements FrameSink {

  private static final int MAX_REPLIES = 10_000;
  private static final int JOINED_BYTES = 128 << 10;

  private final Consumer<IOException> onFailure;
  private final ArrayDeque<Part> waiting = new ArrayDeque<>();
  private final Thread thread = new Thread(this::run, "http2-writer");
  // Outside of the heap, from where a channel writes without a copy of its own.
  private final ByteBuffer joined = ByteBuffer.allocateDirect(JOINED_BYTES);
  private @Nullable WritableByteChannel out;
  private int replies;
  private boolean closing;

  /** A frame, or a part of one. */
  private record Part(ByteBuffer bytes, boolean isReply) {}

  FrameWriter(Consumer<IOException> onFailure) {
    this.onFailure = onFailure;
    thread.setDaemon(true);
  }

  /** Begins with what waits already. */
  void start(WritableByteChannel channel) {
    out = channel;
    thread.start();
  }

  @Override
  public synchronized boolean reply(ByteBuffer frame) {
    if (replies >= MAX_REPLIES) {
      return false;
    }
    if (!closing) {
      replies++;
      waiting.add(new Part(frame, true));
      notifyAll();
    }
    return true;
  }

  @Override
  public synchronized void write(ByteBuffer frame) {
    if (!closing) {
      waiting.add(new Part(frame, false));
      notifyAll();
    }
  }

  @Override
  public synchronized void write(ByteBuffer head, ByteBuffer payload) {
    write(head);
    write(payload);
  }

  /** Ends the thread once all that waits is written. */
  @Override
  public synchronized void close() {
    closing = true;
    notifyAll();
  }

  /** Waits until all that waits is written, or so many milliseconds. */
  void awaitClosed(long millis) throws InterruptedException {
    thread.join(millis);
  }

  private void run() {
    WritableByteChannel channel = out;
    try {
      while (channel != null && take()) {
        while (joined.hasRemaining()) {
          channel.write(joined);
        }
      }
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      fail(new IOException(String.valueOf(e), e));
    }
  }

  private void fail(IOException e) {
    close();
    onFailure.accept(e);
  }

  /** Joins as much of what waits as fits, for a write costs more than a copy; false when closed. */
  private synchronized boolean take() throws InterruptedException {
    while (waiting.isEmpty()) {
      if (closing) {
        return false;
      }
      wait();
    }
    joined.clear();
    while (!waiting.isEmpty() && joined.hasRemaining()) {
      Part part = waiting.getFirst();
      ByteBuffer next = part.bytes();
      int length = Math.min(next.remaining(), joined.remaining());
      joined.put(joined.position(), next, next.position(), length).position(joined.position() + length);
      next.position(next.position() + length);
      if (!next.hasRemaining()) {
        waiting.removeFirst();
        replies -= part.isReply() ? 1 : 0;
      }
    }
    joined.flip();
    return true;
  }
}
