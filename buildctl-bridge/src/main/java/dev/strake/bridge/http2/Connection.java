package dev.strake.bridge.http2;

import io.grpc.Status;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of an HTTP/2 connection over two channels: streams, flow control, and their end. Thread-safe.
 *
 * <p>One thread reads ({@link ConnectionReader}), one writes ({@link FrameWriter}); everything else happens in the
 * callers' threads under one lock, which is never held while a listener runs or a channel blocks.
 */
final class Connection implements AutoCloseable {

  /** What all streams together may receive ahead. It is given back at once: each stream's own window holds it back. */
  static final int RECEIVE_WINDOW = 16 << 20;

  private static final int INITIAL_WINDOW = 65_535;
  private static final long FLUSH_MILLIS = 2_000;

  private final ReadableByteChannel in;
  private final WritableByteChannel out;
  private final FrameWriter writer;
  private final Thread reader;

  private final Map<Integer, Stream> streams = new LinkedHashMap<>();
  private final ArrayDeque<Stream> unopened = new ArrayDeque<>();
  private final FlowWindow sendWindow = new FlowWindow(INITIAL_WINDOW);
  private int streamSendWindow = INITIAL_WINDOW;
  private int maxPayload = Frame.DEFAULT_MAX_PAYLOAD;
  private int maxStreams = Integer.MAX_VALUE;
  private int nextId = 1;
  private @Nullable Status closedWith;

  Connection(ReadableByteChannel in, WritableByteChannel out) {
    this.in = in;
    this.out = out;
    this.writer = new FrameWriter(out, e -> fail(unavailable("the connection broke: " + e.getMessage())));
    this.reader = new Thread(new ConnectionReader(this, new FrameReader(in)), "http2-reader");
    reader.setDaemon(true);
  }

  void start() {
    ByteBuffer settings = ByteBuffer.allocate(12);
    settings.putShort((short) Setting.ENABLE_PUSH).putInt(0);
    settings.putShort((short) Setting.INITIAL_WINDOW_SIZE).putInt(Stream.RECEIVE_WINDOW);
    write(ByteBuffer.wrap(Frame.PREFACE));
    write(Frame.encode(Frame.SETTINGS, 0, 0, settings.array()));
    write(Frame.ofInt(Frame.WINDOW_UPDATE, 0, RECEIVE_WINDOW - INITIAL_WINDOW));
    writer.start();
    reader.start();
  }

  // Called by streams.

  /** Opens a stream, or keeps it until the peer allows one more. */
  void open(Stream stream) {
    Status refused;
    synchronized (this) {
      refused = closedWith;
      if (refused == null) {
        unopened.add(stream);
        openWaiting();
      } else {
        stream.closed = true;
      }
    }
    if (refused != null) {
      stream.listener.onClosed(refused);
    }
  }

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
      if (stream.closed) {
        return;
      }
      if (stream.id == 0) {
        unopened.remove(stream);
      } else {
        write(Frame.ofInt(Frame.RST_STREAM, stream.id, errorCode));
      }
      forget(stream);
    }
  }

  synchronized boolean locked(BooleanSupplier question) {
    return question.getAsBoolean();
  }

  // Called by the reader.

  synchronized @Nullable Stream stream(int id) throws ProtocolException {
    if (id == 0 || id % 2 == 0 || id >= nextId) {
      throw ProtocolException.protocol("a frame for stream " + id + ", which was never opened");
    }
    return streams.get(id);
  }

  /** Takes the bytes from the windows, and gives the connection's back. */
  synchronized void received(@Nullable Stream stream, int bytes) throws ProtocolException {
    if (bytes == 0) {
      return;
    }
    reply(Frame.ofInt(Frame.WINDOW_UPDATE, 0, bytes));
    if (stream != null) {
      if (bytes > stream.receiveWindow.left()) {
        throw ProtocolException.flowControl("the peer sent more than stream " + stream.id + " allowed");
      }
      stream.receiveWindow.take(bytes);
    }
  }

  synchronized void remoteEnded(Stream stream) {
    stream.remoteEnded = true;
    if (stream.localEnded) {
      forget(stream);
    }
  }

  /** Ends a stream that the peer has reset. */
  void wasReset(Stream stream, int errorCode) {
    synchronized (this) {
      forget(stream);
    }
    stream.listener.onClosed(ResetStatus.of(errorCode));
  }

  void windowUpdate(@Nullable Stream stream, int bytes) throws ProtocolException {
    List<Stream> written = new ArrayList<>();
    synchronized (this) {
      if (stream == null) {
        sendWindow.add(bytes);
        streams.values().stream().filter(s -> s.waitingBytes > 0).forEach(written::add);
      } else {
        stream.sendWindow.add(bytes);
        written.add(stream);
      }
      written.removeIf(s -> s.waitingBytes == 0);
      written.forEach(this::flush);
    }
    written.stream().filter(Stream::isWritable).forEach(s -> s.listener.onWritable());
  }

  void settings(Map<Integer, Integer> settings) throws ProtocolException {
    synchronized (this) {
      maxPayload = settings.getOrDefault(Setting.MAX_FRAME_SIZE, maxPayload);
      maxStreams = settings.getOrDefault(Setting.MAX_CONCURRENT_STREAMS, maxStreams);
      int window = settings.getOrDefault(Setting.INITIAL_WINDOW_SIZE, streamSendWindow);
      for (Stream stream : streams.values()) {
        stream.sendWindow.add(window - streamSendWindow);
      }
      streamSendWindow = window;
      reply(Frame.encode(Frame.SETTINGS, Frame.ACK, 0, new byte[0]));
      openWaiting();
      new ArrayList<>(streams.values()).forEach(this::flush);
    }
  }

  synchronized void ping(byte[] payload) throws ProtocolException {
    reply(Frame.encode(Frame.PING, Frame.ACK, 0, payload));
  }

  /** The peer takes no more streams, and has not looked at those behind {@code lastStream}. */
  void goAway(int lastStream, String reason) {
    Status status = unavailable("the peer is going away" + (reason.isEmpty() ? "" : ": " + reason));
    List<Stream> ended = new ArrayList<>();
    synchronized (this) {
      closedWith = closedWith == null ? status : closedWith;
      streams.values().stream().filter(s -> s.id > lastStream).forEach(ended::add);
      ended.addAll(unopened);
      unopened.clear();
      ended.forEach(this::forget);
    }
    ended.forEach(s -> s.listener.onClosed(status));
  }

  /** Ends everything: the peer is told why, and every stream's listener too. */
  void fail(Status status, int errorCode) {
    synchronized (this) {
      write(goAwayFrame(errorCode));
    }
    fail(status);
  }

  private void fail(Status status) {
    List<Stream> ended;
    synchronized (this) {
      closedWith = closedWith == null ? status : closedWith;
      ended = new ArrayList<>(streams.values());
      ended.addAll(unopened);
      streams.clear();
      unopened.clear();
      ended.forEach(s -> s.closed = true);
      writer.close();
    }
    ended.forEach(s -> s.listener.onClosed(status));
  }

  /** Writes what waits, as far as the peer reads it soon, and closes both channels. */
  @Override
  public void close() {
    fail(Status.UNAVAILABLE.withDescription("the channel is closed"), ErrorCode.NO_ERROR);
    try {
      writer.awaitClosed(FLUSH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closeQuietly(in);
    closeQuietly(out);
  }

  void closeInput() {
    closeQuietly(in);
  }

  private static ByteBuffer goAwayFrame(int errorCode) {
    return Frame.encode(Frame.GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(4, errorCode).array());
  }

  private void openWaiting() {
    while (!unopened.isEmpty() && streams.size() < maxStreams) {
      Stream stream = unopened.removeFirst();
      stream.id = nextId;
      nextId += 2;
      stream.sendWindow = new FlowWindow(streamSendWindow);
      streams.put(stream.id, stream);
      writeHeaders(stream);
      flush(stream);
    }
  }

  private void writeHeaders(Stream stream) {
    ByteBuffer block = ByteBuffer.wrap(stream.requestHeaders);
    int type = Frame.HEADERS;
    do {
      int length = Math.min(block.remaining(), maxPayload);
      int flags = length == block.remaining() ? Frame.END_HEADERS : 0;
      write(Frame.encode(type, flags, stream.id, block, length));
      type = Frame.CONTINUATION;
    } while (block.hasRemaining());
  }

  /** Sends what the windows allow. */
  private void flush(Stream stream) {
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
      boolean last = stream.endWaiting && stream.waitingBytes == 0;
      write(Frame.encode(Frame.DATA, last ? Frame.END_STREAM : 0, stream.id, data, length));
      stream.localEnded = last;
      if (!data.hasRemaining()) {
        stream.waiting.removeFirst();
      }
    }
    if (stream.endWaiting && !stream.localEnded) {
      write(Frame.encode(Frame.DATA, Frame.END_STREAM, stream.id, new byte[0]));
      stream.localEnded = true;
    }
    if (stream.localEnded && stream.remoteEnded) {
      forget(stream);
    }
  }

  private void forget(Stream stream) {
    stream.closed = true;
    stream.waiting.clear();
    streams.remove(stream.id);
    openWaiting();
  }

  private void write(ByteBuffer frame) {
    writer.write(frame);
  }

  /** Writes what the peer has asked for. */
  private void reply(ByteBuffer frame) throws ProtocolException {
    if (writer.isFlooded()) {
      throw ProtocolException.tooMuch("the peer does not read what it asks for");
    }
    writer.write(frame);
  }

  static Status unavailable(String message) {
    return Status.UNAVAILABLE.withDescription(message);
  }

  private static void closeQuietly(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception ignored) {
      // The connection is over either way.
    }
  }
}
