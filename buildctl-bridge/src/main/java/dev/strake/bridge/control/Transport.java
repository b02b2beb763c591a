package dev.strake.bridge.control;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The connection to a daemon, and the threads that serve it: an event loop for its bytes, one for the sessions inside
 * it, and threads for what may block.
 */
final class Transport implements AutoCloseable {

  /** An error comes with its source file in the trailers. */
  private static final int MAX_METADATA_BYTES = 16 << 20;

  private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
  private static final int WINDOW_BYTES = 4 * 1024 * 1024;
  private static final int QUIET_MILLIS = 0;
  private static final int PATIENCE_MILLIS = 500;

  private final EventLoopGroup networkLoop;
  private final EventLoopGroup sessionLoop;
  private final ManagedChannel channel;
  private final ExecutorService executor;

  private Transport(
      EventLoopGroup networkLoop, EventLoopGroup sessionLoop, ManagedChannel channel, ExecutorService executor) {
    this.networkLoop = networkLoop;
    this.sessionLoop = sessionLoop;
    this.channel = channel;
    this.executor = executor;
  }

  static Transport to(DaemonAddress address, ConnectOptions options) {
    EventLoopGroup networkLoop = loop("strake-daemon", EpollIoHandler.newFactory());
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    ManagedChannel channel =
        builder(address)
            .eventLoopGroup(networkLoop)
            .executor(executor)
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(options.connectTimeout().toMillis()))
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .maxInboundMetadataSize(MAX_METADATA_BYTES)
            .flowControlWindow(WINDOW_BYTES)
            .usePlaintext()
            .build();
    return new Transport(networkLoop, loop("strake-session", LocalIoHandler.newFactory()), channel, executor);
  }

  private static EventLoopGroup loop(String name, IoHandlerFactory handler) {
    return new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(name, true), handler);
  }

  private static NettyChannelBuilder builder(DaemonAddress address) {
    return switch (address) {
      case DaemonAddress.Unix unix ->
          // The authority is the host, which a socket has none of.
          NettyChannelBuilder.forAddress(new DomainSocketAddress(unix.socket().toString()))
              .channelType(EpollDomainSocketChannel.class, DomainSocketAddress.class)
              // Takes gRPC's own setting away, which such a socket does not know and would log a warning of.
              .withOption(ChannelOption.SO_KEEPALIVE, null)
              .overrideAuthority("localhost");
      case DaemonAddress.Tcp tcp ->
          NettyChannelBuilder.forAddress(tcp.host(), tcp.port()).channelType(EpollSocketChannel.class);
    };
  }

  ManagedChannel channel() {
    return channel;
  }

  /** One loop, for channels within this process. */
  EventLoopGroup sessionLoop() {
    return sessionLoop;
  }

  /** For what may block. */
  ExecutorService executor() {
    return executor;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    executor.shutdownNow();
    try {
      channel.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sessionLoop.shutdownGracefully(QUIET_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    networkLoop.shutdownGracefully(QUIET_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
