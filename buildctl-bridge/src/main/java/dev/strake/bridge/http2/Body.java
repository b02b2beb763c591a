package dev.strake.bridge.http2;

import java.util.ArrayDeque;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What has come of a body and was not read yet, unannounced to the peer until it is. Not thread-safe. */
final class Body {

  private final MessageDeframer deframer;
  private final ArrayDeque<byte[]> parts = new ArrayDeque<>();

  Body(int maxMessageLength) {
    deframer = new MessageDeframer(maxMessageLength);
  }

  void add(byte[] part) {
    if (part.length > 0) {
      parts.add(part);
    }
  }

  /**
   * The next message that is complete.
   *
   * @param consumed hears of how many bytes were taken in
   */
  byte @Nullable [] nextMessage(IntConsumer consumed) {
    while (true) {
      byte[] message = deframer.next();
      if (message != null || parts.isEmpty()) {
        return message;
      }
      byte[] part = parts.removeFirst();
      deframer.add(part);
      consumed.accept(part.length);
    }
  }

  /** Whether all of it was read, up to a message's end. */
  boolean isUsedUp() {
    return parts.isEmpty() && deframer.isBetweenMessages();
  }

  void clear() {
    parts.clear();
  }
}
