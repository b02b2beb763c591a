package dev.strake.bridge.http2;

import io.grpc.Status;
import java.util.List;

/** The server's side of a connection: the peer opens the streams. */
final class ServerConnection extends Connection {

  /** So many calls at once are a mistake, or malice. */
  private static final int MAX_STREAMS = 1000;

  private final Acceptor acceptor;
  private int lastId;

  /** Has calls served. */
  @FunctionalInterface
  interface Acceptor {
    /** Gives the listener of a new stream. What the stream still brings comes there once this has returned. */
    StreamListener accept(Stream stream, List<Header> headers);
  }

  ServerConnection(FrameSink out, Acceptor acceptor) {
    super(out);
    this.acceptor = acceptor;
  }

  @Override
  boolean mayBeKnown(int id) {
    return id <= lastId;
  }

  @Override
  void headers(int id, List<Header> headers, boolean end) throws ProtocolException {
    if (id % 2 == 0 || id <= lastId) {
      Stream stream = stream(id);
      if (stream != null && !end) {
        throw ProtocolException.protocol("a second block of headers that does not end stream " + id);
      }
      if (stream != null) {
        ended(stream);
      }
      return;
    }
    Stream stream = new Stream(this);
    synchronized (this) {
      lastId = id;
      add(stream, id);
      if (streamCount() > MAX_STREAMS) {
        breakOff(stream, ErrorCode.REFUSED_STREAM);
        return;
      }
    }
    StreamListener listener = acceptor.accept(stream, headers);
    stream.listen(listener);
    Status over = closedWith();
    if (over != null) {
      listener.onClosed(over);
    } else if (end) {
      ended(stream);
    }
  }

  private void ended(Stream stream) {
    remoteEnded(stream);
    stream.listener().onData(new byte[0], true);
  }

  /** The peer opens the streams, so that it is the peer that has to mind this. */
  @Override
  void goAway(int lastStream, String reason) {}
}
