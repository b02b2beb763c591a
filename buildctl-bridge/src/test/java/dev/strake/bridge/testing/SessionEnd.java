package dev.strake.bridge.testing;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.control.BytesMessage;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
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
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.util.concurrent.CompletableFuture;

/** The daemon's end of a client's session: takes the client's bytes, and has a channel to the client's services. */
public final class SessionEnd implements StreamObserver<BytesMessage> {

  private final StreamObserver<BytesMessage> toClient;
  private final CompletableFuture<Channel> pipe = new CompletableFuture<>();
  private final ManagedChannel services;
  private boolean ended;

  /**
   * Begins a session.
   *
   * @param loop of {@link io.netty.channel.local.LocalIoHandler}
   * @param toClient the call's answer
   */
  public SessionEnd(EventLoopGroup loop, StreamObserver<BytesMessage> toClient) {
    this.toClient = toClient;
    LocalAddress address = new LocalAddress(SessionEnd.class);
    new ServerBootstrap()
        .group(loop)
        .channel(LocalServerChannel.class)
        .childHandler(new Pipe())
        .bind(address)
        .syncUninterruptibly();
    services =
        NettyChannelBuilder.forAddress(address)
            .channelType(LocalChannel.class, LocalAddress.class)
            .eventLoopGroup(loop)
            .withOption(ChannelOption.SO_KEEPALIVE, null)
            .overrideAuthority("localhost")
            .usePlaintext()
            .build();
    // The client speaks first: without a connection there is nobody to hand its bytes to.
    services.getState(true);
  }

  /** The client's services. */
  public ManagedChannel services() {
    return services;
  }

  @Override
  public void onNext(BytesMessage message) {
    pipe.join().writeAndFlush(Unpooled.wrappedBuffer(message.getData().toByteArray()));
  }

  @Override
  public void onError(Throwable broken) {
    end();
    services.shutdownNow();
  }

  @Override
  public void onCompleted() {
    end();
    services.shutdownNow();
    toClient.onCompleted();
  }

  private synchronized void end() {
    ended = true;
  }

  /** A message without bytes is not sent: Go's side takes what the one before it has left. */
  private synchronized void send(byte[] bytes) {
    if (!ended && bytes.length > 0) {
      toClient.onNext(BytesMessage.newBuilder().setData(ByteString.copyFrom(bytes)).build());
    }
  }

  /** What the channel writes goes to the client. */
  private final class Pipe extends ChannelInboundHandlerAdapter {

    @Override
    public boolean isSharable() {
      return true;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      pipe.complete(context.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      byte[] copy = ByteBufUtil.getBytes(bytes);
      bytes.release();
      send(copy);
    }
  }
}
