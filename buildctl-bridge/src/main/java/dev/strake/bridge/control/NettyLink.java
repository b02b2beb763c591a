package dev.strake.bridge.control;

import dev.strake.bridge.connection.StreamBridge;
import dev.strake.bridge.connection.StreamOpener;
import io.grpc.Channel;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A connection over a network, with TLS, or through other programs and engines, with an event loop for its bytes. */
final class NettyLink implements Link {

  /** An error comes with its source file in the trailers. */
  private static final int MAX_METADATA_BYTES = 16 << 20;

  private static final int WINDOW_BYTES = 4 * 1024 * 1024;
  private static final int QUIET_MILLIS = 0;
  private static final int PATIENCE_MILLIS = 500;

  private final EventLoopGroup loop;
  private final Optional<StreamBridge> bridge;
  private final ManagedChannel channel;

  private NettyLink(
      EventLoopGroup loop,
      Optional<StreamBridge> bridge,
      NettyChannelBuilder builder,
      ConnectOptions options,
      Executor executor) {
    this.loop = loop;
    this.bridge = bridge;
    this.channel =
        builder
            .eventLoopGroup(loop)
            .executor(executor)
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(options.connectTimeout().toMillis()))
            .maxInboundMessageSize(Transport.MAX_MESSAGE_BYTES)
            .maxInboundMetadataSize(MAX_METADATA_BYTES)
            .flowControlWindow(WINDOW_BYTES)
            .build();
  }

  /** Over TCP. */
  static Link to(DaemonAddress.Tcp address, ConnectOptions options, Executor executor) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(address.host(), address.port()).channelType(EpollSocketChannel.class);
    return direct(builder, Authority.of(address), options, executor);
  }

  /** Over a Unix socket. */
  static Link to(Path socket, ConnectOptions options, Executor executor) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(new DomainSocketAddress(socket.toFile()))
            .channelType(EpollDomainSocketChannel.class);
    return direct(withoutKeepAlive(builder), Authority.of(new DaemonAddress.Unix(socket)), options, executor);
  }

  private static Link direct(
      NettyChannelBuilder builder, String authority, ConnectOptions options, Executor executor) {
    EventLoopGroup loop = loop(EpollIoHandler.newFactory());
    return new NettyLink(loop, Optional.empty(), secure(builder, authority, options), options, executor);
  }

  /** Through whatever opens a stream of bytes to the daemon of this name. */
  static Link through(StreamOpener opener, String authority, ConnectOptions options, Executor executor) {
    EventLoopGroup loop = loop(LocalIoHandler.newFactory());
    StreamBridge stream = StreamBridge.start(loop, opener);
    NettyChannelBuilder builder =
        withoutKeepAlive(NettyChannelBuilder.forAddress(stream.address()).channelType(LocalChannel.class));
    return new NettyLink(loop, Optional.of(stream), secure(builder, authority, options), options, executor);
  }

  /** With TLS where the options have it; the server's name is that of the authority unless they have one. */
  private static NettyChannelBuilder secure(NettyChannelBuilder builder, String authority, ConnectOptions options) {
    if (options.tls().isEmpty()) {
      return builder.overrideAuthority(authority).usePlaintext();
    }
    TlsSettings tls = options.tls().get();
    return builder
        .sslContext(TlsContexts.of(tls))
        .overrideAuthority(tls.serverName().isEmpty() ? authority : tls.serverName());
  }

  /** Takes gRPC's own setting away, which such a connection does not know and would log a warning of. */
  private static NettyChannelBuilder withoutKeepAlive(NettyChannelBuilder builder) {
    return builder.withOption(ChannelOption.SO_KEEPALIVE, null);
  }

  private static EventLoopGroup loop(IoHandlerFactory handler) {
    return new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("strake-daemon", true), handler);
  }

  @Override
  public Channel channel() {
    return channel;
  }

  /** Why a connection failed, gRPC tells the call that wanted it, and nobody else. */
  @Override
  public void awaitServer(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    ConnectivityState state = channel.getState(true);
    while (state == ConnectivityState.IDLE || state == ConnectivityState.CONNECTING) {
      CountDownLatch changed = new CountDownLatch(1);
      channel.notifyWhenStateChanged(state, changed::countDown);
      if (!changed.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw Status.DEADLINE_EXCEEDED.withDescription("the server does not answer").asRuntimeException();
      }
      state = channel.getState(true);
    }
  }

  @Override
  public boolean isConnected() {
    return channel.getState(false) == ConnectivityState.READY;
  }

  @Override
  public void forgetFailures() {
    channel.resetConnectBackoff();
  }

  @Override
  public Optional<String> complaint() {
    return bridge.flatMap(StreamBridge::complaint);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    loop.shutdownGracefully(QUIET_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
