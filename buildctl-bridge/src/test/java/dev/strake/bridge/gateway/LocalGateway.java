package dev.strake.bridge.gateway;

import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.port.GatewayPort.WorkerInfo;
import dev.strake.llb.Platform;
import io.grpc.BindableService;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A gateway service of the test's own, and the way to run the frontend against it. */
final class LocalGateway implements AutoCloseable {

  private final EventLoopGroup loop = new DefaultEventLoopGroup(2);
  private final Server server;
  private final ManagedChannel channel;

  LocalGateway(BindableService service) throws IOException {
    LocalAddress address = new LocalAddress(LocalGateway.class);
    server =
        NettyServerBuilder.forAddress(address)
            .channelType(LocalServerChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .withChildOption(ChannelOption.SO_KEEPALIVE, null)
            .addService(service)
            .build()
            .start();
    channel =
        NettyChannelBuilder.forAddress(address)
            .channelType(LocalChannel.class)
            .eventLoopGroup(loop)
            .withOption(ChannelOption.SO_KEEPALIVE, null)
            .usePlaintext()
            .build();
  }

  /** Runs the frontend as the image does. */
  void run(Map<String, String> options) {
    WorkerInfo worker = new WorkerInfo("w", Map.of(), List.of(Platform.of("linux", "amd64")), "v0.9.0");
    BuildEnvironment environment = new BuildEnvironment(options, "session", "buildkit", List.of(worker));
    LlbBridgePort.open(channel, environment, host -> Optional.empty()).run(new DockerfileFrontend()::run);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
    loop.shutdownGracefully();
  }
}
