package dev.strake.bridge.http2;

import io.grpc.Status;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static final Status CLOSED = Status.UNAVAILABLE.withDescription("the channel is closed");

  private final Path socket;
  /** Those of which the connection has not ended, of which only the newest takes more calls. */
  private final Set<Wire> wires = new HashSet<>();

  private @Nullable Wire newest;
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
    return newest != null && newest.connection().closedWith() == null;
  }

  @Override
  synchronized ClientConnection connection() {
    if (!closed && (newest == null || newest.connection().closedWith() != null)) {
      newest = Wire.open(this::open, this::forget);
      wires.add(newest);
    }
    return newest == null ? ClientConnection.refusing(CLOSED) : newest.connection();
  }

  private synchronized void forget(Wire ended) {
    wires.remove(ended);
  }

  /** How many connections have not ended. */
  synchronized int connections() {
    return wires.size();
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
    List<Wire> open;
    synchronized (this) {
      closed = true;
      open = List.copyOf(wires);
    }
    open.forEach(Wire::close);
    super.close();
  }
}
