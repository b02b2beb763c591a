package dev.strake.bridge.http2;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.MethodDescriptor;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

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
public final class PipeChannel extends Channel implements AutoCloseable {

  /**
   * Messages may be this large unless a call says otherwise: a file that is read through the gateway is one message.
   */
  private static final int MAX_INBOUND_MESSAGE_SIZE = 256 << 20;

  private final Connection connection;
  private final Executor callbacks;
  private @Nullable ScheduledExecutorService timer;

  private PipeChannel(Connection connection, Executor callbacks) {
    this.connection = connection;
    this.callbacks = callbacks;
  }

  /**
   * A channel over these two.
   *
   * @param callbacks where listeners of calls run that bring no executor of their own
   */
  public static PipeChannel over(ReadableByteChannel in, WritableByteChannel out, Executor callbacks) {
    PipeChannel channel = new PipeChannel(new Connection(in, out), callbacks);
    channel.connection.start();
    return channel;
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
  public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
    return new StreamCall<>(this, method, options, callbacks);
  }

  @Override
  public String authority() {
    return "localhost";
  }

  @Override
  public void close() {
    connection.close();
    synchronized (this) {
      if (timer != null) {
        timer.shutdownNow();
      }
    }
  }

  Connection connection() {
    return connection;
  }

  int maxInboundMessageSize() {
    return MAX_INBOUND_MESSAGE_SIZE;
  }

  /** Made when first needed: a frontend's calls have no deadline. */
  synchronized ScheduledExecutorService timer() {
    if (timer == null) {
      timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "grpc-deadlines");
        thread.setDaemon(true);
        return thread;
      });
    }
    return timer;
  }
}
