package dev.strake.bridge.http2;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks, on one stream after the other: a peer that has not looked at the first may be asked once more, as
 * gRPC does it. What was sent is kept for that, until the peer has answered or it is too much. Thread-safe; its lock is
 * not held while listeners run.
 */
final class CallRequest {

  /** What is larger is not asked again; as much as grpc-java keeps. */
  private static final int MAX_KEPT_BYTES = 1 << 20;

  private final CallChannel channel;
  private final StreamListener listener;
  private final Supplier<List<Header>> headers;
  private ClientConnection connection;
  private Stream stream;

  /** What was sent; null where it will not be sent again. */
  private @Nullable List<ByteBuffer> kept = new ArrayList<>();

  private int keptBytes;
  private boolean ended;

  /** A request that is not sent before {@link #open}. */
  CallRequest(CallChannel channel, StreamListener listener, Supplier<List<Header>> headers) {
    this.channel = channel;
    this.listener = listener;
    this.headers = headers;
    this.connection = channel.connection();
    this.stream = new Stream(connection, listener, headers.get());
  }

  /** Has the peer know of it, unless it was reset. */
  void open() {
    ClientConnection to;
    Stream opening;
    synchronized (this) {
      to = connection;
      opening = stream;
    }
    // It tells the listener at once where nobody can be asked.
    to.open(opening);
  }

  void send(ByteBuffer message) {
    Stream to;
    synchronized (this) {
      if (kept != null) {
        keptBytes += message.remaining();
        kept.add(message.duplicate());
        kept = keptBytes > MAX_KEPT_BYTES ? null : kept;
      }
      to = stream;
    }
    // Where it is asked again meanwhile, the next stream has it already, and this one takes no more.
    to.send(message, false);
  }

  void end() {
    Stream to;
    synchronized (this) {
      ended = true;
      to = stream;
    }
    to.send(ByteBuffer.allocate(0), true);
  }

  /** The peer looks at it. */
  synchronized void seen() {
    kept = null;
  }

  /** Asks once more, on the channel's next connection; false where that cannot be. */
  boolean repeat() {
    synchronized (this) {
      if (kept == null) {
        return false;
      }
      connection = channel.connection();
      stream = new Stream(connection, listener, headers.get());
      kept.forEach(message -> stream.send(message, false));
      if (ended) {
        stream.send(ByteBuffer.allocate(0), true);
      }
      kept = null;
    }
    open();
    return true;
  }

  boolean isWritable() {
    return current().isWritable();
  }

  void consumed(int bytes) {
    current().consumed(bytes);
  }

  /** Ends the stream, and is not sent any more where it was not yet. */
  void reset(int errorCode) {
    seen();
    current().reset(errorCode);
  }

  private synchronized Stream current() {
    return stream;
  }
}
