package dev.strake.bridge.buildctl;

import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/** A socket in front of a daemon that passes nothing on for a while, as a daemon on a very busy machine. */
final class LateDaemon implements AutoCloseable {

  private final ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
  private final UnixDomainSocketAddress daemon;
  private final Duration delay;

  private LateDaemon(UnixDomainSocketAddress daemon, Duration delay) throws IOException {
    this.daemon = daemon;
    this.delay = delay;
  }

  static LateDaemon before(TestDaemon daemon, Path socket, Duration delay) throws IOException {
    Path real = Path.of(daemon.address().replaceFirst("^unix://", ""));
    LateDaemon late = new LateDaemon(UnixDomainSocketAddress.of(real), delay);
    late.listener.bind(UnixDomainSocketAddress.of(socket));
    Thread.startVirtualThread(late::accept);
    return late;
  }

  private void accept() {
    while (listener.isOpen()) {
      try {
        SocketChannel client = listener.accept();
        Thread.startVirtualThread(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(SocketChannel client) {
    try (client;
        SocketChannel server = SocketChannel.open(daemon)) {
      Thread.sleep(delay);
      Thread back = Thread.startVirtualThread(() -> pass(server, client));
      pass(client, server);
      back.join();
    } catch (IOException e) {
      // One of the two is gone: so is the connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (from.read(buffer.clear()) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // The other end is gone.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
