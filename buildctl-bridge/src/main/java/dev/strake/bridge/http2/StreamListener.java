package dev.strake.bridge.http2;

import io.grpc.Status;
import java.util.List;

/** What happens on a stream. Called from the connection's reading thread: implementations hand on and return. */
interface StreamListener {

  /** Hears nothing. */
  StreamListener DEAF =
      new StreamListener() {
        @Override
        public void onHeaders(List<Header> headers, boolean end) {}

        @Override
        public void onData(byte[] data, boolean end) {}

        @Override
        public void onClosed(Status status) {}

        @Override
        public void onWritable() {}
      };

  /** Headers, or trailers where {@code end} is set or headers have come before. */
  void onHeaders(List<Header> headers, boolean end);

  /** A part of the body; it counts against the stream's window until {@link Stream#consumed} is told of it. */
  void onData(byte[] data, boolean end);

  /** The stream is over, without a word from the application on the other side. */
  void onClosed(Status status);

  /** The same where the peer has certainly not looked at the stream: another may be opened for it. */
  default void onUnprocessed(Status status) {
    onClosed(status);
  }

  /** What waited to be sent has gone. */
  void onWritable();
}
