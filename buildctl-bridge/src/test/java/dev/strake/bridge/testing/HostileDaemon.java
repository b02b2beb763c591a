package dev.strake.bridge.testing;

import dev.strake.bridge.proto.control.BytesMessage;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.DiskUsageRequest;
import dev.strake.bridge.proto.control.DiskUsageResponse;
import dev.strake.bridge.proto.control.InfoRequest;
import dev.strake.bridge.proto.control.InfoResponse;
import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.bridge.proto.control.SolveResponse;
import dev.strake.bridge.proto.control.StatusRequest;
import dev.strake.bridge.proto.control.StatusResponse;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What looks like a daemon, and does to a client's session whatever a test tells it to. */
public final class HostileDaemon implements AutoCloseable {

  /** What to do in place of a build. */
  public interface Deed {
    /** Does it to the client's services; then the build is said to have succeeded. */
    void run(ManagedChannel session) throws Exception;
  }

  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());
  private final Server server;

  private HostileDaemon(Deed deed) throws IOException {
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(new Control(deed))
            .build()
            .start();
  }

  public static HostileDaemon start(Deed deed) throws IOException {
    return new HostileDaemon(deed);
  }

  public String address() {
    return "tcp://127.0.0.1:" + server.getPort();
  }

  @Override
  public void close() throws Exception {
    server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }

  private final class Control extends ControlGrpc.ControlImplBase {
    private final Deed deed;
    private final CompletableFuture<ManagedChannel> session = new CompletableFuture<>();

    Control(Deed deed) {
      this.deed = deed;
    }

    @Override
    public void info(InfoRequest request, StreamObserver<InfoResponse> answer) {
      answer.onNext(InfoResponse.getDefaultInstance());
      answer.onCompleted();
    }

    /** Takes too long by its own clock. */
    @Override
    public void diskUsage(DiskUsageRequest request, StreamObserver<DiskUsageResponse> answer) {
      answer.onError(Status.DEADLINE_EXCEEDED.withDescription("the cache is too large").asRuntimeException());
    }

    @Override
    public void status(StatusRequest request, StreamObserver<StatusResponse> answer) {
      answer.onCompleted();
    }

    @Override
    public void solve(SolveRequest request, StreamObserver<SolveResponse> answer) {
      try {
        deed.run(session.get(10, TimeUnit.SECONDS));
      } catch (Exception e) {
        // The client's refusal, mostly; this daemon goes on to say that all is well.
      }
      answer.onNext(SolveResponse.getDefaultInstance());
      answer.onCompleted();
    }

    @Override
    public StreamObserver<BytesMessage> session(StreamObserver<BytesMessage> toClient) {
      SessionEnd end = new SessionEnd(loop, toClient);
      session.complete(end.services());
      return end;
    }
  }
}
