package dev.strake.bridge.http2;

import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Cuts a body into messages: each has a byte that tells of compression, and its length in four. Not thread-safe. */
final class MessageDeframer {

  private static final int HEAD_LENGTH = 5;

  private final int maxLength;
  private final ByteBuffer head = ByteBuffer.allocate(HEAD_LENGTH);
  private byte[] input = new byte[0];
  private int at;
  private @Nullable ByteArrayOutputStream message;
  private int messageLength;

  MessageDeframer(int maxLength) {
    this.maxLength = maxLength;
  }

  /** Adds a part of the body; what was added before must be used up. */
  void add(byte[] data) {
    input = data;
    at = 0;
  }

  /** Whether all that was added is used up. */
  boolean isDrained() {
    return at == input.length;
  }

  /** Whether the body may end here. */
  boolean isBetweenMessages() {
    return isDrained() && message == null && head.position() == 0;
  }

  /** The next message that is complete, or null when more of the body is needed. */
  byte @Nullable [] next() {
    while (message == null) {
      if (isDrained()) {
        return null;
      }
      head.put(input[at++]);
      if (!head.hasRemaining()) {
        begin();
      }
    }
    int length = Math.min(input.length - at, messageLength - message.size());
    message.write(input, at, length);
    at += length;
    if (message.size() < messageLength) {
      return null;
    }
    byte[] complete = message.toByteArray();
    message = null;
    return complete;
  }

  private void begin() {
    head.flip();
    if (head.get() != 0) {
      throw Status.INTERNAL.withDescription("a message is compressed, which was not asked for").asRuntimeException();
    }
    messageLength = head.getInt();
    head.clear();
    if (messageLength < 0 || messageLength > maxLength) {
      throw Status.RESOURCE_EXHAUSTED
          .withDescription(
              "a message of " + Integer.toUnsignedString(messageLength) + " bytes is larger than " + maxLength)
          .asRuntimeException();
    }
    // Grows with what comes: the announcement alone is no reason to have room for it.
    message = new ByteArrayOutputStream(Math.min(messageLength, input.length - at));
  }
}
