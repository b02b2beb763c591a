package dev.strake.bridge.training;

import dev.strake.bridge.http2.TunnelServer;
import io.grpc.ServerServiceDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A stand-in daemon within this process, which listens on a Unix socket. */
final class TrainingDaemon implements AutoCloseable {

  private static final int MAX_MESSAGE_BYTES = 16 << 20;
  private static final int BUFFER_BYTES = 64 << 10;

  private final ServerSocketChannel listening;
  private final List<ServerServiceDefinition> services;

  private TrainingDaemon(ServerSocketChannel listening, List<ServerServiceDefinition> services) {
    this.listening = listening;
    this.services = services;
  }

  /** Listens from now on. */
  static TrainingDaemon start(Path socket, List<ServerServiceDefinition> services) throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    listening.bind(UnixDomainSocketAddress.of(socket));
    TrainingDaemon daemon = new TrainingDaemon(listening, services);
    Thread.ofPlatform().daemon().start(daemon::accept);
    return daemon;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel connection = listening.accept();
        Thread.ofPlatform().daemon().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // The training is over.
    }
  }

  private void serve(SocketChannel connection) {
    BlockingQueue<ByteBuffer> waiting = new LinkedBlockingQueue<>();
    Thread writer = Thread.ofPlatform().daemon().start(() -> write(waiting, connection));
    TunnelServer server =
        new TunnelServer(
            services,
            MAX_MESSAGE_BYTES,
            method -> task -> Thread.ofPlatform().daemon().start(task),
            bytes -> waiting.add(ByteBuffer.wrap(bytes)));
    server.start();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (connection) {
      while (connection.read(buffer) >= 0) {
        server.receive(buffer.flip());
        buffer.clear();
      }
    } catch (IOException gone) {
      // As good as an end.
    } finally {
      server.close();
      writer.interrupt();
    }
  }

  private static void write(BlockingQueue<ByteBuffer> waiting, SocketChannel connection) {
    try {
      while (true) {
        ByteBuffer next = waiting.take();
        while (next.hasRemaining()) {
          connection.write(next);
        }
      }
    } catch (IOException | InterruptedException gone) {
      // As good as an end.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
