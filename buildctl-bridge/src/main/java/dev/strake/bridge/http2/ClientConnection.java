package dev.strake.bridge.http2;

import io.grpc.Status;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** The client's side of a connection: opens streams, as many at once as the peer allows. */
final class ClientConnection extends Connection {

  /** So many calls at once are begun before the peer has said how many it takes, as grpc-go does. */
  private static final int MAX_STREAMS_BEFORE_SETTINGS = 100;

  private final ArrayDeque<Stream> unopened = new ArrayDeque<>();
  private final CountDownLatch answered = new CountDownLatch(1);
  private int maxStreams = MAX_STREAMS_BEFORE_SETTINGS;
  private boolean settingsSeen;
  private int nextId = 1;

  ClientConnection(FrameSink out) {
    super(out);
  }

  /** One that takes no calls. */
  static ClientConnection refusing(Status status) {
    ClientConnection connection = new ClientConnection(FrameSink.NOWHERE);
    connection.fail(status);
    return connection;
  }

  @Override
  void greet() {
    write(ByteBuffer.wrap(Frame.PREFACE));
    super.greet();
  }

  /** Is open once the peer has shown that it speaks HTTP/2, or the connection has failed. */
  CountDownLatch answered() {
    return answered;
  }

  /** Opens a stream that was not reset before, or keeps it until the peer allows one more. */
  void open(Stream stream) {
    Status refused;
    synchronized (this) {
      if (stream.closed) {
        return;
      }
      refused = closedWith();
      if (refused == null) {
        unopened.add(stream);
        openWaiting();
      } else {
        stream.closed = true;
      }
    }
    room.tellElsewhere();
    if (refused != null) {
      stream.listener().onUnprocessed(refused);
    }
  }

  @Override
  boolean mayBeKnown(int id) {
    return id < nextId;
  }

  @Override
  void headers(int id, List<Header> headers, boolean end) throws ProtocolException {
    @Nullable Stream stream = stream(id);
    if (stream == null) {
      return;
    }
    if (end) {
      remoteEnded(stream);
    }
    stream.listener().onHeaders(headers, end);
  }

  @Override
  void settings(Map<Integer, Integer> settings) throws ProtocolException {
    super.settings(settings);
    synchronized (this) {
      openWaiting();
    }
    room.tell();
    answered.countDown();
  }

  @Override
  void apply(Map<Integer, Integer> settings) throws ProtocolException {
    super.apply(settings);
    int unsaid = settingsSeen ? maxStreams : Integer.MAX_VALUE;
    maxStreams = settings.getOrDefault(Setting.MAX_CONCURRENT_STREAMS, unsaid);
    settingsSeen = true;
  }

  @Override
  void goAway(int lastStream, String reason) {
    Status status = unavailable("the peer is going away" + (reason.isEmpty() ? "" : ": " + reason));
    List<Stream> ended = new ArrayList<>();
    synchronized (this) {
      refuseMore(status);
      streams().stream().filter(s -> s.id > lastStream).forEach(ended::add);
      ended.addAll(takeUnopened());
      ended.forEach(this::forget);
    }
    ended.forEach(s -> s.listener().onUnprocessed(status));
  }

  @Override
  void fail(Status status) {
    super.fail(status);
    answered.countDown();
  }

  @Override
  void fail(Status status, int errorCode) {
    super.fail(status, errorCode);
    answered.countDown();
  }

  @Override
  List<Stream> takeUnopened() {
    List<Stream> taken = List.copyOf(unopened);
    unopened.clear();
    return taken;
  }

  @Override
  void forget(Stream stream) {
    unopened.remove(stream);
    super.forget(stream);
    openWaiting();
  }

  private void openWaiting() {
    while (!unopened.isEmpty() && streamCount() < maxStreams) {
      Stream stream = unopened.removeFirst();
      add(stream, nextId);
      nextId += 2;
      writeHeaders(stream.id, stream.requestHeaders, 0);
      boolean hadToWait = !stream.mayTakeMore();
      flush(stream);
      if (hadToWait) {
        room.addInTurn(stream);
      }
    }
  }
}
