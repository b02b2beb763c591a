package dev.strake.bridge.control;

import dev.strake.bridge.http2.UnixSocketChannel;
import io.grpc.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

/** A connection over a Unix socket, begun as soon as it is made. */
final class SocketLink implements Link {

  private final UnixSocketChannel channel;

  SocketLink(Path socket, Executor executor) {
    channel = UnixSocketChannel.to(socket, Transport.MAX_MESSAGE_BYTES, executor);
    channel.connect();
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public void awaitServer(Duration patience) throws InterruptedException {
    channel.awaitServer(patience);
  }

  @Override
  public boolean isConnected() {
    return channel.isConnected();
  }

  /** A call whose connection has failed makes another one in any case. */
  @Override
  public void forgetFailures() {}

  @Override
  public Optional<String> complaint() {
    return Optional.empty();
  }

  @Override
  public void close() {
    channel.close();
  }
}
