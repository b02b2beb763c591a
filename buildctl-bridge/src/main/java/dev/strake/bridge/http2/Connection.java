package dev.strake.bridge.http2;

import io.grpc.Status;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One side of an HTTP/2 connection: its streams, flow control, and their end. Thread-safe.
 *
 * <p>Frames come in through {@link FrameHandler} from one thread at a time, and leave through a {@link FrameSink};
 * everything happens under one lock, which is never held while a listener runs.
 */
abstract class Connection {

  /** What all streams together may receive ahead. It is given back as it comes: each stream's own window is the limit. */
  static final int RECEIVE_WINDOW = 16 << 20;

  private static final int INITIAL_WINDOW = 65_535;

  private final FrameSink out;
  private final Map<Integer, Stream> streams = new LinkedHashMap<>();
  private final FlowWindow sendWindow = new FlowWindow(INITIAL_WINDOW);
  private int streamSendWindow = INITIAL_WINDOW;
  private int maxPayload = Frame.DEFAULT_MAX_PAYLOAD;
  private int unannounced;
  private @Nullable Status closedWith;

  /** Told of without the lock. */
  final RoomNews room = new RoomNews();

  Connection(FrameSink out) {
    this.out = out;
  }

  /** Sends what either side begins with. */
  void greet() {
    ByteBuffer settings = ByteBuffer.allocate(12);
    settings.putShort((short) Setting.ENABLE_PUSH).putInt(0);
    settings.putShort((short) Setting.INITIAL_WINDOW_SIZE).putInt(Stream.RECEIVE_WINDOW);
    write(Frame.encode(Frame.SETTINGS, 0, 0, settings.array()));
    write(Frame.ofInt(Frame.WINDOW_UPDATE, 0, RECEIVE_WINDOW - INITIAL_WINDOW));
  }

  // Called by streams.

  void send(Stream stream, ByteBuffer data, boolean end) {
    synchronized (this) {
      if (stream.closed || stream.endWaiting) {
        return;
      }
      stream.endWaiting = end;
      if (data.hasRemaining()) {
        stream.waiting.add(data);
        stream.waitingBytes += data.remaining();
      }
      flush(stream);
    }
    room.tellElsewhere();
  }

  void sendHeaders(Stream stream, byte[] block) {
    synchronized (this) {
      if (!stream.closed) {
        writeHeaders(stream.id, block, 0);
      }
    }
  }

  /** Sends trailers, which end the stream, behind what waits. */
  void finish(Stream stream, byte[] trailers) {
    synchronized (this) {
      if (!stream.closed && !stream.endWaiting) {
        stream.trailers = trailers;
        stream.endWaiting = true;
        flush(stream);
      }
    }
  }

  void consumed(Stream stream, int bytes) {
    synchronized (this) {
      stream.unannounced += bytes;
      // Few large announcements instead of many small ones.
      if (stream.closed || stream.remoteEnded || stream.unannounced < Stream.RECEIVE_WINDOW / 4) {
        return;
      }
      try {
        stream.receiveWindow.add(stream.unannounced);
      } catch (ProtocolException e) {
        throw new IllegalStateException("more was consumed than received", e);
      }
      write(Frame.ofInt(Frame.WINDOW_UPDATE, stream.id, stream.unannounced));
      stream.unannounced = 0;
    }
  }

  void reset(Stream stream, int errorCode) {
    synchronized (this) {
      breakOff(stream, errorCode);
    }
    room.tellElsewhere();
  }

  /** The same under the lock. */
  final void breakOff(Stream stream, int errorCode) {
    if (stream.closed) {
      return;
    }
    if (stream.id != 0) {
      write(Frame.ofInt(Frame.RST_STREAM, stream.id, errorCode));
    }
    forget(stream);
  }

  synchronized boolean locked(BooleanSupplier question) {
    return question.getAsBoolean();
  }

  // Called for the peer's frames.

  /** The stream of this id; null where it has ended. */
  synchronized @Nullable Stream stream(int id) throws ProtocolException {
    if (id == 0 || id % 2 == 0 || !mayBeKnown(id)) {
      throw ProtocolException.protocol("a frame for stream " + id + ", which was never opened");
    }
    return streams.get(id);
  }

  /** Whether a stream of this id is or was there. */
  abstract boolean mayBeKnown(int id);

  /** Headers of a stream that is there, or that begins with them. */
  abstract void headers(int id, List<Header> headers, boolean end) throws ProtocolException;

  /** Takes the bytes from the windows, and gives the connection's back, much at a time. */
  synchronized void received(@Nullable Stream stream, int bytes) throws ProtocolException {
    if (bytes == 0) {
      return;
    }
    unannounced += bytes;
    if (unannounced >= RECEIVE_WINDOW / 4) {
      reply(Frame.ofInt(Frame.WINDOW_UPDATE, 0, unannounced));
      unannounced = 0;
    }
    if (stream != null) {
      if (bytes > stream.receiveWindow.left()) {
        throw ProtocolException.flowControl("the peer sent more than stream " + stream.id + " allowed");
      }
      stream.receiveWindow.take(bytes);
    }
  }

  void remoteEnded(Stream stream) {
    synchronized (this) {
      stream.remoteEnded = true;
      if (stream.localEnded) {
        forget(stream);
      }
    }
    room.tell();
  }

  /** Ends a stream that the peer has reset. */
  void wasReset(Stream stream, int errorCode) {
    synchronized (this) {
      forget(stream);
    }
    room.tell();
    Status status = ResetStatus.of(errorCode);
    if (errorCode == ErrorCode.REFUSED_STREAM) {
      stream.listener().onUnprocessed(status);
    } else {
      stream.listener().onClosed(status);
    }
  }

  void windowUpdate(@Nullable Stream stream, int bytes) throws ProtocolException {
    synchronized (this) {
      if (stream == null) {
        sendWindow.add(bytes);
        flushAll();
      } else {
        stream.sendWindow.add(bytes);
        flushWaiting(stream);
      }
    }
    room.tell();
  }

  void settings(Map<Integer, Integer> settings) throws ProtocolException {
    synchronized (this) {
      apply(settings);
      // From here on the peer counts on them.
      reply(Frame.encode(Frame.SETTINGS, Frame.ACK, 0, new byte[0]));
      flushAll();
    }
    room.tell();
  }

  /** Holds this side to the peer's settings; called under the lock. */
  void apply(Map<Integer, Integer> settings) throws ProtocolException {
    maxPayload = settings.getOrDefault(Setting.MAX_FRAME_SIZE, maxPayload);
    int window = settings.getOrDefault(Setting.INITIAL_WINDOW_SIZE, streamSendWindow);
    for (Stream stream : streams.values()) {
      stream.sendWindow.add(window - streamSendWindow);
    }
    streamSendWindow = window;
  }

  private void flushAll() {
    streams().forEach(this::flushWaiting);
  }

  private void flushWaiting(Stream stream) {
    if (stream.waitingBytes > 0) {
      flush(stream);
      room.add(stream);
    }
  }

  synchronized void ping(byte[] payload) throws ProtocolException {
    reply(Frame.encode(Frame.PING, Frame.ACK, 0, payload));
  }

  /** The peer takes no more streams, and has not looked at those behind {@code lastStream}. */
  abstract void goAway(int lastStream, String reason);

  /** Ends everything: the peer is told why, and every stream's listener too. */
  void fail(Status status, int errorCode) {
    List<Stream> ended;
    synchronized (this) {
      // Before the goodbye, behind which nothing begins.
      refuseMore(status);
      write(Frame.encode(Frame.GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(4, errorCode).array()));
      ended = endAll();
    }
    ended.forEach(s -> s.listener().onClosed(status));
  }

  /** The same without a word to the peer. */
  void fail(Status status) {
    List<Stream> ended;
    synchronized (this) {
      refuseMore(status);
      ended = endAll();
    }
    ended.forEach(s -> s.listener().onClosed(status));
  }

  private List<Stream> endAll() {
    List<Stream> ended = new ArrayList<>(streams.values());
    ended.addAll(takeUnopened());
    streams.clear();
    ended.forEach(s -> s.closed = true);
    out.close();
    return ended;
  }

  // For both sides; called under the lock.

  /** The streams that wait for their turn, which they will not have. */
  List<Stream> takeUnopened() {
    return List.of();
  }

  /** Why no more streams can be had; null while they can. */
  final synchronized @Nullable Status closedWith() {
    return closedWith;
  }

  final void refuseMore(Status status) {
    closedWith = closedWith == null ? status : closedWith;
  }

  final List<Stream> streams() {
    return List.copyOf(streams.values());
  }

  final int streamCount() {
    return streams.size();
  }

  final void add(Stream stream, int id) {
    stream.id = id;
    stream.sendWindow = new FlowWindow(streamSendWindow);
    streams.put(id, stream);
  }

  final void writeHeaders(int id, byte[] headers, int lastFlags) {
    ByteBuffer block = ByteBuffer.wrap(headers);
    int type = Frame.HEADERS;
    // That the stream ends is told by the first frame of a block, that the block does by its last.
    int flags = lastFlags;
    do {
      int length = Math.min(block.remaining(), maxPayload);
      flags |= length == block.remaining() ? Frame.END_HEADERS : 0;
      write(Frame.encode(type, flags, id, block, length));
      type = Frame.CONTINUATION;
      flags = 0;
    } while (block.hasRemaining());
  }

  /** Sends what the windows allow. */
  final void flush(Stream stream) {
    if (stream.id == 0 || stream.localEnded || stream.closed) {
      return;
    }
    while (!stream.waiting.isEmpty()) {
      ByteBuffer data = stream.waiting.getFirst();
      int window = Math.min(sendWindow.left(), stream.sendWindow.left());
      int length = Math.min(Math.min(data.remaining(), maxPayload), window);
      if (length <= 0) {
        return;
      }
      sendWindow.take(length);
      stream.sendWindow.take(length);
      stream.waitingBytes -= length;
      boolean last = stream.endWaiting && stream.waitingBytes == 0 && stream.trailers == null;
      ByteBuffer part = data.slice(data.position(), length);
      out.write(Frame.head(Frame.DATA, last ? Frame.END_STREAM : 0, stream.id, length), part);
      data.position(data.position() + length);
      stream.localEnded = last;
      if (!data.hasRemaining()) {
        stream.waiting.removeFirst();
      }
    }
    if (stream.endWaiting && !stream.localEnded) {
      writeEnd(stream);
    }
    if (stream.localEnded && stream.remoteEnded) {
      forget(stream);
    }
  }

  private void writeEnd(Stream stream) {
    stream.localEnded = true;
    if (stream.trailers == null) {
      write(Frame.encode(Frame.DATA, Frame.END_STREAM, stream.id, new byte[0]));
      return;
    }
    writeHeaders(stream.id, stream.trailers, Frame.END_STREAM);
    if (!stream.remoteEnded) {
      // What the peer still has to say is not wanted.
      breakOff(stream, ErrorCode.NO_ERROR);
    }
  }

  /** A stream is over. */
  void forget(Stream stream) {
    stream.closed = true;
    stream.waiting.clear();
    streams.remove(stream.id);
  }

  final void write(ByteBuffer frame) {
    out.write(frame);
  }

  /** Writes what the peer has asked for. */
  private void reply(ByteBuffer frame) throws ProtocolException {
    if (!out.reply(frame)) {
      throw ProtocolException.tooMuch("the peer does not read what it asks for");
    }
  }

  static Status unavailable(String message) {
    return Status.UNAVAILABLE.withDescription(message);
  }
}
