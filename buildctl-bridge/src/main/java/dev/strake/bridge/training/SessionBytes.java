package dev.strake.bridge.training;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.control.BytesMessage;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The bytes of a session, as the daemon's side has them: two channels. */
final class SessionBytes implements StreamObserver<BytesMessage> {

  private static final ByteBuffer END = ByteBuffer.allocate(0);

  private final StreamObserver<BytesMessage> toClient;
  private final BlockingQueue<ByteBuffer> received = new LinkedBlockingQueue<>();
  private boolean ended;

  SessionBytes(StreamObserver<BytesMessage> toClient) {
    this.toClient = toClient;
  }

  ReadableByteChannel in() {
    return new In();
  }

  WritableByteChannel out() {
    return new Out();
  }

  @Override
  public void onNext(BytesMessage message) {
    received.add(message.getData().asReadOnlyByteBuffer());
  }

  @Override
  public void onError(Throwable broken) {
    received.add(END);
  }

  @Override
  public synchronized void onCompleted() {
    received.add(END);
    ended = true;
    toClient.onCompleted();
  }

  private synchronized void send(ByteString bytes) {
    if (!ended) {
      toClient.onNext(BytesMessage.newBuilder().setData(bytes).build());
    }
  }

  private final class In implements ReadableByteChannel {

    private ByteBuffer current = ByteBuffer.allocate(0);

    @Override
    public int read(ByteBuffer target) throws IOException {
      try {
        while (!current.hasRemaining()) {
          current = received.take();
          if (current == END) {
            return -1;
          }
        }
      } catch (InterruptedException e) {
        throw new IOException("interrupted", e);
      }
      int length = Math.min(target.remaining(), current.remaining());
      target.put(current.slice(current.position(), length));
      current.position(current.position() + length);
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private final class Out implements WritableByteChannel {

    @Override
    public int write(ByteBuffer bytes) {
      int length = bytes.remaining();
      send(ByteString.copyFrom(bytes));
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
