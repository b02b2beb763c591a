package dev.strake.bridge.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.net.SocketAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An address within this process, for gRPC to connect to: behind each connection to it stands one of a {@link
 * StreamOpener}. Closed with the event loop that it runs in.
 */
public final class StreamBridge {

  private final LocalAddress address = new LocalAddress("daemon-" + UUID.randomUUID());
  private final AtomicReference<Optional<String>> complaint = new AtomicReference<>(Optional.empty());

  private StreamBridge() {}

  /** Listens from now on; opens nothing before it is connected to. */
  public static StreamBridge start(EventLoopGroup loop, StreamOpener opener) {
    StreamBridge bridge = new StreamBridge();
    new ServerBootstrap()
        .group(loop)
        .channel(LocalServerChannel.class)
        .childOption(ChannelOption.AUTO_READ, false)
        .childHandler(
            new ChannelInitializer<LocalChannel>() {
              @Override
              protected void initChannel(LocalChannel connection) {
                connection.pipeline().addLast(new StreamPump(opener, bridge::keep));
              }
            })
        .bind(bridge.address)
        .syncUninterruptibly();
    return bridge;
  }

  private void keep(String reason) {
    complaint.set(Optional.of(reason));
  }

  public SocketAddress address() {
    return address;
  }

  /** Why the last connection that failed did so; absent where none has, or nothing is known. */
  public Optional<String> complaint() {
    return complaint.get();
  }
}
