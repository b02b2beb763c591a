package dev.strake.bridge.http2;

import io.grpc.Drainable;
import io.grpc.KnownLength;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** A message as gRPC puts it into a body: a byte that says that it is not compressed, its length, its bytes. */
final class MessageFrames {

  private static final int HEAD_LENGTH = 5;

  private MessageFrames() {}

  static ByteBuffer of(InputStream message) {
    try (message) {
      if (message instanceof KnownLength) {
        ByteBuffer framed = head(message.available());
        if (message instanceof Drainable drainable) {
          drainable.drainTo(new Filling(framed));
        } else {
          framed.put(message.readNBytes(framed.remaining()));
        }
        return framed.flip();
      }
      byte[] bytes = message.readAllBytes();
      return head(bytes.length).put(bytes).flip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer head(int length) {
    return ByteBuffer.allocate(HEAD_LENGTH + length).put((byte) 0).putInt(length);
  }

  private static final class Filling extends OutputStream {

    private final ByteBuffer buffer;

    Filling(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public void write(int b) {
      buffer.put((byte) b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      buffer.put(bytes, offset, length);
    }
  }
}
