package dev.strake.bridge.testing;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.control.BytesMessage;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.InfoRequest;
import dev.strake.bridge.proto.control.InfoResponse;
import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.bridge.proto.control.SolveResponse;
import dev.strake.bridge.proto.control.StatusRequest;
import dev.strake.bridge.proto.control.StatusResponse;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
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
      LocalAddress address = new LocalAddress("hostile-" + System.nanoTime());
      CompletableFuture<Channel> pipe = new CompletableFuture<>();
      new ServerBootstrap()
          .group(loop)
          .channel(LocalServerChannel.class)
          .childHandler(new Pipe(pipe, toClient))
          .bind(address)
          .syncUninterruptibly();
      session.complete(
          NettyChannelBuilder.forAddress(address)
              .channelType(LocalChannel.class, LocalAddress.class)
              .eventLoopGroup(loop)
              .withOption(ChannelOption.SO_KEEPALIVE, null)
              .usePlaintext()
              .build());
      return new StreamObserver<>() {
        @Override
        public void onNext(BytesMessage message) {
          pipe.join().writeAndFlush(Unpooled.wrappedBuffer(message.getData().toByteArray()));
        }

        @Override
        public void onError(Throwable broken) {}

        @Override
        public void onCompleted() {
          toClient.onCompleted();
        }
      };
    }
  }

  /** The far end of the connection in which the daemon is the client. */
  private static final class Pipe extends ChannelInboundHandlerAdapter {
    private final CompletableFuture<Channel> opened;
    private final StreamObserver<BytesMessage> toClient;

    Pipe(CompletableFuture<Channel> opened, StreamObserver<BytesMessage> toClient) {
      this.opened = opened;
      this.toClient = toClient;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      opened.complete(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      byte[] copy = ByteBufUtil.getBytes(bytes);
      bytes.release();
      toClient.onNext(
          BytesMessage.newBuilder().setData(ByteString.copyFrom(copy)).build());
    }
  }
}
