package dev.strake.bridge.session;

import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.UnixSockets;
import dev.strake.bridge.proto.sshforward.BytesMessage;
import io.grpc.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** A conversation with whatever listens at a socket, byte by byte. */
final class RawConversation implements ForwardedConversation {

  private static final int CHUNK_BYTES = 32 * 1024;

  private final SocketChannel channel;
  private final CallOutput<BytesMessage> output;

  private RawConversation(SocketChannel channel, CallOutput<BytesMessage> output) {
    this.channel = channel;
    this.output = output;
  }

  static RawConversation connect(Path socket, CallOutput<BytesMessage> output, Executor executor)
      throws IOException {
    SocketChannel channel = UnixSockets.connect(socket);
    RawConversation conversation = new RawConversation(channel, output);
    executor.execute(conversation::readAll);
    return conversation;
  }

  private void readAll() {
    try {
      while (true) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        if (channel.read(chunk) < 0) {
          break;
        }
        output.send(BytesMessage.newBuilder().setData(UnsafeByteOperations.unsafeWrap(chunk.flip())).build());
      }
      output.complete();
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    } finally {
      close();
    }
  }

  @Override
  public void onNext(BytesMessage message) {
    try {
      for (ByteBuffer part : message.getData().asReadOnlyByteBufferList()) {
        while (part.hasRemaining()) {
          channel.write(part);
        }
      }
    } catch (IOException e) {
      fail(e);
      close();
    }
  }

  private void fail(Throwable failure) {
    output.fail(Status.UNKNOWN.withDescription(FileErrors.describe(failure)).asRuntimeException());
  }

  /** The step says nothing more; it may still be told something. */
  @Override
  public void onCompleted() {
    try {
      channel.shutdownOutput();
    } catch (IOException e) {
      close();
    }
  }

  @Override
  public void abandon() {
    output.abandon();
    close();
  }

  private void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing more was to come from it.
    }
  }
}
