package dev.strake.bridge.http2;

import io.grpc.Status;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A gRPC channel to a server that listens on a Unix socket. Connects when first used, and again where the connection
 * was lost. Thread-safe.
 *
 * <pre>{@code
 * try (UnixSocketChannel channel = UnixSocketChannel.to(socket, 16 << 20, executor)) {
 *   InfoResponse info = ControlGrpc.newBlockingStub(channel).info(InfoRequest.getDefaultInstance());
 * }
 * }</pre>
 *
 * <p>Calls fail with {@code UNAVAILABLE} where nobody listens or the server has gone.
 */
public final class UnixSocketChannel extends CallChannel {

  private final Path socket;
  private @Nullable Wire wire;
  private boolean closed;

  private UnixSocketChannel(Path socket, int maxInboundMessageSize, Executor callbacks) {
    super(maxInboundMessageSize, callbacks);
    this.socket = socket;
  }

  /**
   * A channel to this socket.
   *
   * @param maxInboundMessageSize messages may be this large, in bytes
   * @param callbacks where listeners of calls run that bring no executor of their own
   */
  public static UnixSocketChannel to(Path socket, int maxInboundMessageSize, Executor callbacks) {
    return new UnixSocketChannel(socket, maxInboundMessageSize, callbacks);
  }

  /** Begins to connect, so that the first call finds a connection, or one that is nearly there. */
  public void connect() {
    connection();
  }

  /**
   * Waits until the server has shown that it speaks HTTP/2.
   *
   * @throws io.grpc.StatusRuntimeException {@code UNAVAILABLE} where nobody listens, {@code DEADLINE_EXCEEDED} where
   *     somebody does and says nothing within the time given, {@code INTERNAL} where it is something else
   */
  public void awaitServer(Duration patience) throws InterruptedException {
    ClientConnection connection = connection();
    if (!connection.answered().await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      throw Status.DEADLINE_EXCEEDED.withDescription("the server does not answer").asRuntimeException();
    }
    Status failure = connection.closedWith();
    if (failure != null) {
      throw failure.asRuntimeException();
    }
  }

  /** Whether there is a connection, or one on its way that has not failed yet. */
  public synchronized boolean isConnected() {
    return wire != null && wire.connection().closedWith() == null;
  }

  @Override
  synchronized ClientConnection connection() {
    if (wire == null || wire.connection().closedWith() != null && !closed) {
      wire = Wire.open(this::open);
    }
    return wire.connection();
  }

  private Wire.Ends open() throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
      return new Wire.Ends(channel, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public void close() {
    Wire open;
    synchronized (this) {
      closed = true;
      open = wire;
    }
    if (open != null) {
      open.close();
    }
    super.close();
  }
}
