package dev.strake.bridge.http2;

/** How many bytes may still be sent or received. Not thread-safe. */
final class FlowWindow {

  private long left;

  FlowWindow(int initial) {
    left = initial;
  }

  int left() {
    return (int) Math.clamp(left, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  void take(int bytes) {
    left -= bytes;
  }

  /** Makes the window larger, or smaller where the peer has changed its mind; it may then be negative. */
  void add(int bytes) throws ProtocolException {
    left += bytes;
    if (left > Integer.MAX_VALUE) {
      throw ProtocolException.flowControl("a flow control window is larger than allowed");
    }
  }
}
