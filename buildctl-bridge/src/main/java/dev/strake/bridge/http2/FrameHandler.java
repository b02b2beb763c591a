package dev.strake.bridge.http2;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a {@link Connection} and the streams' listeners what the peer's frames say. Not thread-safe. */
final class FrameHandler {

  /** A header block may be this large: a failed build's error comes with its source file in the trailers. */
  private static final int MAX_HEADER_BLOCK = 16 << 20;

  private final Connection connection;
  private final HpackDecoder hpack = new HpackDecoder();

  /** The HEADERS frame whose block is not complete yet. */
  private @Nullable Frame openHeaders;

  private final ByteArrayOutputStream headerBlock = new ByteArrayOutputStream();

  FrameHandler(Connection connection) {
    this.connection = connection;
  }

  void handle(Frame frame) throws ProtocolException {
    if (openHeaders != null && (frame.type() != Frame.CONTINUATION || frame.stream() != openHeaders.stream())) {
      throw ProtocolException.protocol("a header block was broken off");
    }
    switch (frame.type()) {
      case Frame.DATA -> data(frame);
      case Frame.HEADERS -> headers(frame);
      case Frame.CONTINUATION -> continuation(frame);
      case Frame.RST_STREAM -> reset(frame);
      case Frame.SETTINGS -> settings(frame);
      case Frame.PING -> ping(frame);
      case Frame.GOAWAY -> goAway(frame);
      case Frame.WINDOW_UPDATE -> windowUpdate(frame);
      case Frame.PUSH_PROMISE -> throw ProtocolException.protocol("the peer pushes, which it was told not to");
      default -> { } // PRIORITY means nothing here, and unknown types are to be ignored.
    }
  }

  private void data(Frame frame) throws ProtocolException {
    Stream stream = connection.stream(frame.stream());
    connection.received(stream, frame.payload().length);
    if (stream == null) {
      return; // Reset by this side a moment ago.
    }
    byte[] body = withoutPadding(frame, 0);
    boolean end = frame.has(Frame.END_STREAM);
    if (body.length < frame.payload().length) {
      stream.consumed(frame.payload().length - body.length);
    }
    if (end) {
      connection.remoteEnded(stream);
    }
    stream.listener().onData(body, end);
  }

  private void headers(Frame frame) throws ProtocolException {
    headerBlock.reset();
    headerBlock.writeBytes(withoutPadding(frame, frame.has(Frame.PRIORITY_FLAG) ? 5 : 0));
    if (frame.has(Frame.END_HEADERS)) {
      headersComplete(frame);
    } else {
      openHeaders = frame;
    }
  }

  private void continuation(Frame frame) throws ProtocolException {
    Frame first = openHeaders;
    if (first == null) {
      throw ProtocolException.protocol("CONTINUATION without HEADERS");
    }
    if (headerBlock.size() + frame.payload().length > MAX_HEADER_BLOCK) {
      throw ProtocolException.tooMuch("a header block is larger than " + MAX_HEADER_BLOCK + " bytes");
    }
    headerBlock.writeBytes(frame.payload());
    if (frame.has(Frame.END_HEADERS)) {
      openHeaders = null;
      headersComplete(first);
    }
  }

  private void headersComplete(Frame first) throws ProtocolException {
    List<Header> headers = hpack.decode(headerBlock.toByteArray());
    connection.headers(first.stream(), headers, first.has(Frame.END_STREAM));
  }

  private void reset(Frame frame) throws ProtocolException {
    int errorCode = integer(frame);
    Stream stream = connection.stream(frame.stream());
    if (stream != null) {
      connection.wasReset(stream, errorCode);
    }
  }

  private void settings(Frame frame) throws ProtocolException {
    if (frame.has(Frame.ACK)) {
      return;
    }
    if (frame.stream() != 0 || frame.payload().length % 6 != 0) {
      throw ProtocolException.frameSize("SETTINGS of a wrong size or for a stream");
    }
    Map<Integer, Integer> settings = new HashMap<>();
    for (ByteBuffer payload = ByteBuffer.wrap(frame.payload()); payload.hasRemaining(); ) {
      int id = payload.getShort() & 0xffff;
      int value = payload.getInt();
      // What does not fit into 31 bits is no limit that could matter, but for a window.
      if (value < 0 && id == Setting.INITIAL_WINDOW_SIZE) {
        throw ProtocolException.flowControl("the initial window is larger than allowed");
      }
      settings.put(id, value < 0 ? Integer.MAX_VALUE : value);
    }
    int maxFrame = settings.getOrDefault(Setting.MAX_FRAME_SIZE, Frame.DEFAULT_MAX_PAYLOAD);
    if (maxFrame < Frame.DEFAULT_MAX_PAYLOAD || maxFrame > Frame.MAX_PAYLOAD) {
      throw ProtocolException.protocol("the largest frame is smaller or larger than allowed");
    }
    connection.settings(settings);
  }

  private void ping(Frame frame) throws ProtocolException {
    if (frame.payload().length != 8) {
      throw ProtocolException.frameSize("PING of a wrong size");
    }
    if (!frame.has(Frame.ACK)) {
      connection.ping(frame.payload());
    }
  }

  private void goAway(Frame frame) throws ProtocolException {
    if (frame.payload().length < 8) {
      throw ProtocolException.frameSize("GOAWAY of a wrong size");
    }
    ByteBuffer payload = ByteBuffer.wrap(frame.payload());
    int lastStream = payload.getInt() & 0x7fffffff;
    payload.getInt();
    connection.goAway(lastStream, StandardCharsets.UTF_8.decode(payload).toString());
  }

  private void windowUpdate(Frame frame) throws ProtocolException {
    int bytes = integer(frame) & 0x7fffffff;
    if (bytes == 0) {
      throw ProtocolException.protocol("a window update of nothing");
    }
    if (frame.stream() == 0) {
      connection.windowUpdate(null, bytes);
      return;
    }
    Stream stream = connection.stream(frame.stream());
    if (stream != null) {
      connection.windowUpdate(stream, bytes);
    }
  }

  private static int integer(Frame frame) throws ProtocolException {
    if (frame.payload().length != 4) {
      throw ProtocolException.frameSize("a frame of type " + frame.type() + " has a wrong size");
    }
    return ByteBuffer.wrap(frame.payload()).getInt();
  }

  /** The payload without its padding and {@code skip} bytes at its start. */
  private static byte[] withoutPadding(Frame frame, int skip) throws ProtocolException {
    byte[] payload = frame.payload();
    int start = skip;
    int padding = 0;
    if (frame.has(Frame.PADDED)) {
      if (payload.length == 0) {
        throw ProtocolException.frameSize("a padded frame without padding length");
      }
      padding = payload[0] & 0xff;
      start++;
    }
    if (start + padding > payload.length) {
      throw ProtocolException.protocol("a frame has more padding than payload");
    }
    return start + padding == 0 ? payload : Arrays.copyOfRange(payload, start, payload.length - padding);
  }
}
