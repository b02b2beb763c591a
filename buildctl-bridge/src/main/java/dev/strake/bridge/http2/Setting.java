package dev.strake.bridge.http2;

/** The ids of HTTP/2's settings that matter here (RFC 9113, section 6.5.2). */
final class Setting {
  static final int ENABLE_PUSH = 0x2;
  static final int MAX_CONCURRENT_STREAMS = 0x3;
  static final int INITIAL_WINDOW_SIZE = 0x4;
  static final int MAX_FRAME_SIZE = 0x5;

  private Setting() {}
}
