package dev.strake.bridge.http2;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame (RFC 9113, section 4).
 *
 * @param type one of the constants
 * @param flags as sent
 * @param stream 0 for the connection
 * @param payload without the frame's head
 */
record Frame(int type, int flags, int stream, byte[] payload) {

  static final int DATA = 0x0;
  static final int HEADERS = 0x1;
  static final int PRIORITY = 0x2;
  static final int RST_STREAM = 0x3;
  static final int SETTINGS = 0x4;
  static final int PUSH_PROMISE = 0x5;
  static final int PING = 0x6;
  static final int GOAWAY = 0x7;
  static final int WINDOW_UPDATE = 0x8;
  static final int CONTINUATION = 0x9;

  static final int END_STREAM = 0x1;
  static final int ACK = 0x1;
  static final int END_HEADERS = 0x4;
  static final int PADDED = 0x8;
  static final int PRIORITY_FLAG = 0x20;

  static final int HEAD_LENGTH = 9;

  /** The largest payload that either side takes while nothing else was agreed on. */
  static final int DEFAULT_MAX_PAYLOAD = 16_384;

  /** No frame can be larger: its length has three bytes. */
  static final int MAX_PAYLOAD = (1 << 24) - 1;

  /** What a client sends before its first frame. */
  static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** What stands in front of so many bytes of payload. */
  static ByteBuffer head(int type, int flags, int stream, int length) {
    return putHead(ByteBuffer.allocate(HEAD_LENGTH), type, flags, stream, length).flip();
  }

  private static ByteBuffer putHead(ByteBuffer frame, int type, int flags, int stream, int length) {
    frame.put((byte) (length >>> 16)).putShort((short) length);
    return frame.put((byte) type).put((byte) flags).putInt(stream);
  }

  /** The bytes of a frame with this payload; the payload's position is used up. */
  static ByteBuffer encode(int type, int flags, int stream, ByteBuffer payload, int length) {
    ByteBuffer frame = putHead(ByteBuffer.allocate(HEAD_LENGTH + length), type, flags, stream, length);
    frame.put(payload.slice(payload.position(), length));
    payload.position(payload.position() + length);
    return frame.flip();
  }

  static ByteBuffer encode(int type, int flags, int stream, byte[] payload) {
    return encode(type, flags, stream, ByteBuffer.wrap(payload), payload.length);
  }

  static ByteBuffer ofInt(int type, int stream, int value) {
    return encode(type, 0, stream, ByteBuffer.allocate(4).putInt(0, value).array());
  }
}
