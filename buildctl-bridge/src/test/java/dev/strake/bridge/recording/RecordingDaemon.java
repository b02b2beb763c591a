package dev.strake.bridge.recording;

import dev.strake.bridge.pem.PemFile;
import dev.strake.bridge.testing.SpanText;
import dev.strake.bridge.testing.TraceReceiver;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What looks like a daemon that has just built what a client asks for, and writes down how the client asked. */
final class RecordingDaemon implements AutoCloseable {

  /** All daemons': threads of their own would take longer than the rest. */
  private static final EventLoopGroup LOOP = loop(EpollIoHandler.newFactory());
  private static final EventLoopGroup SESSIONS = loop(LocalIoHandler.newFactory());

  private final Recording recording = new Recording();
  private final TraceReceiver traces = new TraceReceiver();
  private final Server server;

  private RecordingDaemon(Path socket, Optional<SslContext> tls, Map<String, StatusReplay> replays)
      throws IOException {
    RecordedControl control = new RecordedControl(recording, SESSIONS, replays);
    NettyServerBuilder builder = NettyServerBuilder.forAddress(new DomainSocketAddress(socket.toString()));
    tls.ifPresent(builder::sslContext);
    server =
        builder
            .channelType(EpollServerDomainSocketChannel.class)
            .bossEventLoopGroup(LOOP)
            .workerEventLoopGroup(LOOP)
            // Takes gRPC's own setting away, which such a channel does not know.
            .withChildOption(ChannelOption.SO_KEEPALIVE, null)
            .addService(ServerInterceptors.intercept(control, recording))
            .addService(ServerInterceptors.intercept(new RecordedGateway(control), recording))
            .addService(ServerInterceptors.intercept(new RecordedContent(), recording))
            .addService(traces)
            .build()
            .start();
  }

  private static EventLoopGroup loop(IoHandlerFactory kind) {
    return new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("recording", true), kind);
  }

  static RecordingDaemon listen(Path socket) throws IOException {
    return new RecordingDaemon(socket, Optional.empty(), Map.of());
  }

  /** A daemon that remembers builds, and tells of each as it was told of once. */
  static RecordingDaemon listen(Path socket, Map<String, StatusReplay> replays) throws IOException {
    return new RecordingDaemon(socket, Optional.empty(), replays);
  }

  /** A daemon that speaks TLS, and wants a certificate of its clients. */
  static RecordingDaemon listenSecured(Path socket, Path certificates) throws IOException {
    PemFile key = PemFile.read(certificates.resolve("server-key.pem"));
    PemFile certificate = PemFile.read(certificates.resolve("server.pem"));
    SslContextBuilder tls =
        SslContextBuilder.forServer(key.privateKey(), certificate.certificates())
            .trustManager(PemFile.read(certificates.resolve("ca.pem")).certificates())
            .clientAuth(ClientAuth.REQUIRE);
    return new RecordingDaemon(socket, Optional.of(GrpcSslContexts.configure(tls, SslProvider.JDK).build()), Map.of());
  }

  /** What has been asked so far. */
  Recording recording() {
    return recording;
  }

  /** The client's own spans. */
  String spans() {
    return SpanText.of(traces.requests());
  }

  @Override
  public void close() {
    try {
      server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
