package dev.strake.bridge.http2;

import io.grpc.ServerServiceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A {@link TunnelServer} whose bytes come and go over a socket: one for each connection. */
final class SocketTunnel implements AutoCloseable {

  static final int MAX_MESSAGE_BYTES = 64 << 20;

  private final ServerSocketChannel listening;
  private final List<SocketChannel> connections = new CopyOnWriteArrayList<>();

  private SocketTunnel(ServerSocketChannel listening) {
    this.listening = listening;
  }

  static SocketTunnel serving(ServerServiceDefinition service) throws IOException {
    ServerSocketChannel listening =
        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    SocketTunnel tunnel = new SocketTunnel(listening);
    Thread.ofPlatform().daemon().start(() -> tunnel.accept(service));
    return tunnel;
  }

  InetSocketAddress address() {
    try {
      return (InetSocketAddress) listening.getLocalAddress();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerServiceDefinition service) {
    try {
      while (true) {
        SocketChannel connection = listening.accept();
        connections.add(connection);
        Thread.ofPlatform().daemon().start(() -> serve(service, connection));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(ServerServiceDefinition service, SocketChannel connection) {
    TunnelServer server =
        new TunnelServer(List.of(service), MAX_MESSAGE_BYTES, method -> Thread::startVirtualThread, writer(connection));
    server.start();
    ByteBuffer buffer = ByteBuffer.allocate(100_000);
    try (connection) {
      while (connection.read(buffer) >= 0) {
        server.receive(buffer.flip());
        buffer.clear();
      }
    } catch (IOException e) {
      // The client has gone.
    } finally {
      server.close();
    }
  }

  /** In a thread of its own: a consumer must not wait. */
  private static Consumer<byte[]> writer(SocketChannel connection) {
    FrameWriter writer = new FrameWriter(e -> {});
    writer.start(connection);
    return bytes -> writer.write(ByteBuffer.wrap(bytes));
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (SocketChannel connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
