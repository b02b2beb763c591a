package dev.strake.bridge.http2;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Keeps the types of the frames that are sent, and does something where one of a type goes. */
final class SentFrames implements FrameSink {

  final List<Integer> types = new ArrayList<>();
  Runnable onAcknowledgement = () -> {};
  Runnable onGoodbye = () -> {};
  int dataBytes;
  int ends;
  boolean closed;

  @Override
  public void write(ByteBuffer frame) {
    int type = frame.get(frame.position() + 3);
    types.add(type);
    ends += type == Frame.DATA ? frame.get(frame.position() + 4) & Frame.END_STREAM : 0;
    switch (type) {
      case Frame.SETTINGS -> onAcknowledgement.run();
      case Frame.GOAWAY -> onGoodbye.run();
      default -> { }
    }
  }

  @Override
  public void write(ByteBuffer head, ByteBuffer payload) {
    write(head);
    dataBytes += payload.remaining();
  }

  @Override
  public boolean reply(ByteBuffer frame) {
    write(frame);
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
