package dev.strake.bridge.http2;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a {@link Connection}, which guards all of its fields with its lock.
 *
 * <p>Data waits here until both windows, this stream's and the connection's, let it go.
 */
final class Stream {

  /** How much of the answer the peer may send ahead of {@link #consumed}. */
  static final int RECEIVE_WINDOW = 1 << 20;

  /** While less than this waits to be sent, the application may go on sending. */
  private static final int WRITABLE_BELOW = 64 << 10;

  private volatile StreamListener listener;
  final byte[] requestHeaders;
  final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  FlowWindow sendWindow = new FlowWindow(0);
  final FlowWindow receiveWindow = new FlowWindow(RECEIVE_WINDOW);

  private final Connection connection;

  /** 0 until the stream is opened: ids must go up in the order of opening. */
  int id;

  /** What ends the stream behind all that waits; null where the end has no words. */
  byte @Nullable [] trailers;

  int waitingBytes;
  int unannounced;
  boolean endWaiting;
  boolean localEnded;
  boolean remoteEnded;
  boolean closed;

  /** A stream for {@link ClientConnection#open}. */
  Stream(ClientConnection connection, StreamListener listener, List<Header> requestHeaders) {
    this.connection = connection;
    this.listener = listener;
    this.requestHeaders = HpackEncoder.encode(requestHeaders);
  }

  /** A stream that the peer has opened, before anybody listens to it. */
  Stream(ServerConnection connection) {
    this.connection = connection;
    this.listener = StreamListener.DEAF;
    this.requestHeaders = new byte[0];
  }

  void listen(StreamListener told) {
    listener = told;
  }

  StreamListener listener() {
    return listener;
  }

  /** Sends the headers of an answer. */
  void sendHeaders(List<Header> headers) {
    connection.sendHeaders(this, HpackEncoder.encode(headers));
  }

  /** Sends an answer's last words behind all that waits. */
  void finish(List<Header> lastWords) {
    connection.finish(this, HpackEncoder.encode(lastWords));
  }

  /** Sends these bytes, and the stream's end behind them where {@code end} is set. Does not wait. */
  void send(ByteBuffer data, boolean end) {
    connection.send(this, data, end);
  }

  /** Whether little enough waits for more to be sent. */
  boolean isWritable() {
    return connection.locked(() -> mayTakeMore() && !closed);
  }

  /** The same of an open stream, under the connection's lock. */
  boolean mayTakeMore() {
    return waitingBytes < WRITABLE_BELOW;
  }

  /** Lets the peer send so many bytes more. */
  void consumed(int bytes) {
    connection.consumed(this, bytes);
  }

  /** Ends the stream at once, on both sides. */
  void reset(int errorCode) {
    connection.reset(this, errorCode);
  }
}
