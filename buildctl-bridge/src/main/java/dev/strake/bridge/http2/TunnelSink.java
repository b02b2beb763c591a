package dev.strake.bridge.http2;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands frames to a consumer of bytes: at once, or together with those that come while it holds them back. What may
 * wait is bounded by the flow control of the connection.
 */
final class TunnelSink implements FrameSink {

  private static final int MAX_HELD_BYTES = 1 << 20;

  private final Consumer<byte[]> out;
  private final List<ByteBuffer> held = new ArrayList<>();
  private int heldBytes;
  private boolean holding;
  private boolean closed;

  TunnelSink(Consumer<byte[]> out) {
    this.out = out;
  }

  synchronized void hold() {
    holding = true;
  }

  synchronized void release() {
    holding = false;
    send();
  }

  @Override
  public synchronized void write(ByteBuffer frame) {
    if (!closed) {
      add(frame);
      sendUnlessHeld();
    }
  }

  @Override
  public synchronized void write(ByteBuffer head, ByteBuffer payload) {
    if (!closed) {
      add(head);
      add(payload);
      sendUnlessHeld();
    }
  }

  private void add(ByteBuffer part) {
    held.add(part);
    heldBytes += part.remaining();
  }

  private void sendUnlessHeld() {
    if (!holding || heldBytes >= MAX_HELD_BYTES) {
      send();
    }
  }

  private void send() {
    if (heldBytes == 0) {
      return;
    }
    byte[] joined = new byte[heldBytes];
    int filled = 0;
    for (ByteBuffer part : held) {
      int length = part.remaining();
      part.get(joined, filled, length);
      filled += length;
    }
    held.clear();
    heldBytes = 0;
    out.accept(joined);
  }

  /** The consumer takes all that it is given. */
  @Override
  public boolean reply(ByteBuffer frame) {
    write(frame);
    return true;
  }

  @Override
  public synchronized void close() {
    send();
    closed = true;
  }
}
