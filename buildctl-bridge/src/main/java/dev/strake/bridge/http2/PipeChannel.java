package dev.strake.bridge.http2;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.Executor;

/**
 * A gRPC channel over two byte channels that lead to one peer, such as standard input and output of a frontend process.
 * Thread-safe.
 *
 * <pre>{@code
 * try (PipeChannel channel = PipeChannel.overStandardStreams()) {
 *   Pong pong = LLBBridgeGrpc.newBlockingStub(channel).ping(PingRequest.getDefaultInstance());
 * }
 * }</pre>
 *
 * <p>Calls fail with {@code UNAVAILABLE} once the peer has closed. Closing the channel ends the calls that still run.
 */
public final class PipeChannel extends CallChannel {

  /** A file that is read through the gateway is one message. */
  private static final int MAX_INBOUND_MESSAGE_SIZE = 256 << 20;

  private final Wire wire;

  private PipeChannel(Wire wire, Executor callbacks) {
    super(MAX_INBOUND_MESSAGE_SIZE, callbacks);
    this.wire = wire;
  }

  /**
   * A channel over these two.
   *
   * @param callbacks where listeners of calls run that bring no executor of their own
   */
  public static PipeChannel over(ReadableByteChannel in, WritableByteChannel out, Executor callbacks) {
    return new PipeChannel(Wire.open(() -> new Wire.Ends(in, out), ended -> {}), callbacks);
  }

  /**
   * A channel over file descriptors 0 and 1. Nothing else may then write to standard output.
   *
   * <p>File channels can be closed while a thread reads from them; with {@code System.in} that thread would hold up the
   * process's end.
   */
  @SuppressWarnings("resource")
  public static PipeChannel overStandardStreams() {
    return over(
        new FileInputStream(FileDescriptor.in).getChannel(),
        new FileOutputStream(FileDescriptor.out).getChannel(),
        Thread::startVirtualThread);
  }

  @Override
  ClientConnection connection() {
    return wire.connection();
  }

  @Override
  public void close() {
    wire.close();
    super.close();
  }
}
