package dev.strake.bridge.session;

import dev.strake.bridge.proto.control.BytesMessage;
import dev.strake.bridge.proto.control.ControlGrpc;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.MetadataUtils;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A session: one call to the daemon, whose messages are the bytes of a connection in which the roles are turned round.
 * The daemon is the client in it, and this side the server.
 *
 * <p>Open while a build runs; the daemon finds it by {@link #id}.
 */
public final class SessionTunnel implements AutoCloseable {

  private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;
  private static final String HEADER = "x-docker-expose-session-";

  private final String id;
  private final Server server;
  private final TunnelEnd end;

  private SessionTunnel(String id, Server server, TunnelEnd end) {
    this.id = id;
    this.server = server;
    this.end = end;
  }

  /**
   * Opens a session.
   *
   * @param daemon where the control service is
   * @param loop one loop that serves channels within this process
   * @param executor runs the services, which may block
   * @param sharedKey tells the daemon whose local folders these are
   */
  public static SessionTunnel open(
      Channel daemon,
      EventLoopGroup loop,
      Executor executor,
      String sharedKey,
      List<ServerServiceDefinition> services) {
    String id = Ids.next();
    LocalAddress address = new LocalAddress("session-" + id);
    Server server = startServer(address, loop, executor, services);
    TunnelEnd end = new TunnelEnd();
    new Bootstrap()
        .group(loop)
        .channel(LocalChannel.class)
        .option(ChannelOption.AUTO_READ, false)
        .handler(end)
        .connect(address)
        .syncUninterruptibly();
    ControlGrpc.newStub(daemon)
        .withExecutor(loop.next())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers(id, sharedKey, services)))
        .session(end);
    return new SessionTunnel(id, server, end);
  }

  private static Server startServer(
      LocalAddress address, EventLoopGroup loop, Executor executor, List<ServerServiceDefinition> services) {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address)
            .channelType(LocalServerChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .executor(executor)
            .callExecutor(new CallExecutors())
            // Takes gRPC's own setting away, which such a channel does not know and would log a warning of.
            .withChildOption(ChannelOption.SO_KEEPALIVE, null)
            .maxInboundMessageSize(MAX_MESSAGE_BYTES)
            .intercept(CallHeaders.interceptor());
    services.forEach(builder::addService);
    try {
      return builder.build().start();
    } catch (IOException e) {
      throw new IllegalStateException("an address within this process could not be had", e);
    }
  }

  /** The daemon calls only methods that it is told of here. */
  private static Metadata headers(String id, String sharedKey, List<ServerServiceDefinition> services) {
    Metadata headers = new Metadata();
    headers.put(key("uuid"), id);
    headers.put(key("sharedkey"), sharedKey);
    for (ServerServiceDefinition service : services) {
      for (MethodDescriptor<?, ?> method : service.getServiceDescriptor().getMethods()) {
        headers.put(key("grpc-method"), "/" + method.getFullMethodName());
      }
    }
    return headers;
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(HEADER + name, Metadata.ASCII_STRING_MARSHALLER);
  }

  public String id() {
    return id;
  }

  /** Ends the session; transfers on their way break off. */
  @Override
  public void close() {
    end.close();
    server.shutdownNow();
    try {
      server.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
