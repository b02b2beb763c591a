package dev.strake.bridge.control;

import dev.strake.bridge.connection.EngineSocket;
import dev.strake.bridge.connection.HelperProgram;
import dev.strake.bridge.connection.StreamBridge;
import dev.strake.bridge.connection.StreamOpener;
import dev.strake.bridge.host.Host;
import io.grpc.ManagedChannel;
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
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The connection to a daemon, and the threads that serve it: an event loop for its bytes, one for the sessions inside
 * it and for what comes through other programs, and threads for what may block.
 */
final class Transport implements AutoCloseable {

  /** An error comes with its source file in the trailers. */
  private static final int MAX_METADATA_BYTES = 16 << 20;

  private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
  private static final int WINDOW_BYTES = 4 * 1024 * 1024;
  private static final int QUIET_MILLIS = 0;
  private static final int PATIENCE_MILLIS = 500;

  private final EventLoopGroup networkLoop = loop("strake-daemon", EpollIoHandler.newFactory());
  private final EventLoopGroup localLoop = loop("strake-session", LocalIoHandler.newFactory());
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Optional<StreamBridge> bridge;
  private final ManagedChannel channel;

  private Transport(DaemonAddress address, ConnectOptions options, Host host) {
    Route route = route(address, options, host);
    this.bridge = route.bridge();
    this.channel =
        route
            .builder()
            .executor(executor)
            .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(options.connectTimeout().toMillis()))
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .maxInboundMetadataSize(MAX_METADATA_BYTES)
            .flowControlWindow(WINDOW_BYTES)
            .build();
  }

  static Transport to(DaemonAddress address, ConnectOptions options, Host host) {
    return new Transport(address, options, host);
  }

  private static EventLoopGroup loop(String name, IoHandlerFactory handler) {
    return new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(name, true), handler);
  }

  /** How gRPC gets to the daemon; with a bridge where no socket of the daemon's own can be reached. */
  private record Route(NettyChannelBuilder builder, Optional<StreamBridge> bridge) {}

  private Route route(DaemonAddress address, ConnectOptions options, Host host) {
    return switch (address) {
      case DaemonAddress.Unix(var socket) -> new Route(unixSocket(socket), Optional.empty());
      case DaemonAddress.Tcp(var name, var port) -> new Route(tcp(name, port, options), Optional.empty());
      case DaemonAddress.Ssh ssh -> through(new HelperProgram(host, HelperWords.of(ssh)));
      case DaemonAddress.DockerContainer container -> through(new HelperProgram(host, HelperWords.of(container)));
      case DaemonAddress.PodmanContainer container -> through(new HelperProgram(host, HelperWords.of(container)));
      case DaemonAddress.NerdctlContainer container -> through(new HelperProgram(host, HelperWords.of(container)));
      case DaemonAddress.KubePod pod -> through(new HelperProgram(host, HelperWords.of(pod)));
      case DaemonAddress.DockerEngine(var socket) -> through(new EngineSocket(UnixDomainSocketAddress.of(socket)));
      case DaemonAddress.RemoteDockerEngine(var name, var port) ->
          through(new EngineSocket(InetSocketAddress.createUnresolved(name, port)));
    };
  }

  private Route through(StreamOpener opener) {
    StreamBridge stream = StreamBridge.start(localLoop, opener);
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(stream.address())
            .eventLoopGroup(localLoop)
            .channelType(LocalChannel.class)
            // Takes gRPC's own setting away, which such a connection does not know and would log a warning of.
            .withOption(ChannelOption.SO_KEEPALIVE, null)
            .overrideAuthority("localhost")
            .usePlaintext();
    return new Route(builder, Optional.of(stream));
  }

  private NettyChannelBuilder tcp(String name, int port, ConnectOptions options) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(name, port).channelType(EpollSocketChannel.class).eventLoopGroup(networkLoop);
    if (options.tls().isEmpty()) {
      return builder.usePlaintext();
    }
    TlsSettings tls = options.tls().get();
    builder.sslContext(TlsContexts.of(tls));
    return tls.serverName().isEmpty() ? builder : builder.overrideAuthority(tls.serverName());
  }

  private NettyChannelBuilder unixSocket(Path socket) {
    return NettyChannelBuilder.forAddress(new DomainSocketAddress(socket.toString()))
        .eventLoopGroup(networkLoop)
        .channelType(EpollDomainSocketChannel.class, DomainSocketAddress.class)
        .withOption(ChannelOption.SO_KEEPALIVE, null)
        // The authority is the host, which a socket has none of.
        .overrideAuthority("localhost")
        .usePlaintext();
  }

  ManagedChannel channel() {
    return channel;
  }

  /** One loop, for channels within this process. */
  EventLoopGroup sessionLoop() {
    return localLoop;
  }

  /** For what may block. */
  ExecutorService executor() {
    return executor;
  }

  /** Why no connection could be had, where the program in between has said so. */
  Optional<String> complaint() {
    return bridge.flatMap(StreamBridge::complaint);
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
    localLoop.shutdownGracefully(QUIET_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    networkLoop.shutdownGracefully(QUIET_MILLIS, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
