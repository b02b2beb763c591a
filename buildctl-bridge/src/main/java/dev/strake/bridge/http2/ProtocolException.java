package dev.strake.bridge.http2;

import java.io.IOException;

/** The peer broke HTTP/2's rules, so the connection cannot go on. */
final class ProtocolException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int errorCode;

  private ProtocolException(int errorCode, String message) {
    super(message);
    this.errorCode = errorCode;
  }

  static ProtocolException protocol(String message) {
    return new ProtocolException(ErrorCode.PROTOCOL_ERROR, message);
  }

  static ProtocolException frameSize(String message) {
    return new ProtocolException(ErrorCode.FRAME_SIZE_ERROR, message);
  }

  static ProtocolException flowControl(String message) {
    return new ProtocolException(ErrorCode.FLOW_CONTROL_ERROR, message);
  }

  static ProtocolException compression(String message) {
    return new ProtocolException(ErrorCode.COMPRESSION_ERROR, message);
  }

  static ProtocolException tooMuch(String message) {
    return new ProtocolException(ErrorCode.ENHANCE_YOUR_CALM, message);
  }

  /** The code to tell the peer in GOAWAY. */
  int errorCode() {
    return errorCode;
  }
}
