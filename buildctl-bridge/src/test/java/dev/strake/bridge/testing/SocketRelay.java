package dev.strake.bridge.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** A Unix socket whose connections go on to a TCP port of this machine, byte for byte. */
public final class SocketRelay implements AutoCloseable {

  private final ServerSocketChannel server;
  private final int port;

  private SocketRelay(ServerSocketChannel server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Listens on the socket from now on. */
  public static SocketRelay listen(Path socket, int port) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    SocketRelay relay = new SocketRelay(server, port);
    Thread.ofPlatform().daemon().start(relay::acceptAll);
    return relay;
  }

  private void acceptAll() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        SocketChannel daemon = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofPlatform().daemon().start(() -> pump(client, daemon));
        Thread.ofPlatform().daemon().start(() -> pump(daemon, client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private static void pump(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try (to) {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
    } catch (IOException e) {
      // One side has gone; closing the other tells it so.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
