package dev.strake.bridge.control;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The connection to a daemon, and the threads that serve it: one event loop for all bytes, which the sessions inside the
 * connection share, and threads for what may block.
 */
final class Transport implements AutoCloseable {

  private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
  private static final int WINDOW_BYTES = 4 * 1024 * 1024;
  private static final int QUIET_MILLIS = 0;
  private static final int PATIENCE_MILLIS = 500;

  private final EventLoopGroup eventLoops;
  private final ManagedChannel channel;
  private final ExecutorService executor;

  private Transport(EventLoopGroup eventLoops, ManagedChannel channel, ExecutorService executor) {
    this.eventLoops = eventLoops;
    this.channel = channel;
    this.executor = executor;
  }

  static Transport to(DaemonAddress address, ConnectOptions options) {
    EventLoopGroup eventLoops =
        new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("strake-daemon", true), EpollIoHandler.newFactory());
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    ManagedChannel channel =
        builder(address)
            .eventLoopGroup(eventLoops)
            .executor(executor)
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(options.connectTimeout().toMillis()))
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .flowControlWindow(WINDOW_BYTES)
            .usePlaintext()
            .build();
    return new Transport(eventLoops, channel, executor);
  }

  private static NettyChannelBuilder builder(DaemonAddress address) {
    return switch (address) {
      case DaemonAddress.Unix unix ->
          // The authority is the host, which a socket has none of.
          NettyChannelBuilder.forAddress(new DomainSocketAddress(unix.socket().toString()))
              .channelType(EpollDomainSocketChannel.class, DomainSocketAddress.class)
              .overrideAuthority("localhost");
      case DaemonAddress.Tcp tcp ->
          NettyChannelBuilder.forAddress(InetSocketAddress.createUnresolved(tcp.host(), tcp.port()))
              .channelType(EpollSocketChannel.class);
    };
  }

  ManagedChannel channel() {
    return channel;
  }

  EventLoopGroup eventLoops() {
    return eventLoops;
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
    eventLoops.shutdownGracefully(QUIET_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
