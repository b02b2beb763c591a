package dev.strake.bridge.session;

import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.proto.control.BytesMessage;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins a connection within this process to the call that carries its bytes to the daemon. What is read together goes
 * in one message, and no more is read than the call takes.
 *
 * <p>The connection reads nothing before {@link #start}. All of it but {@link #start} and {@link #close} runs in the
 * connection's event loop, for the call's events are told there.
 */
final class TunnelEnd extends ChannelInboundHandlerAdapter
    implements ClientResponseObserver<BytesMessage, BytesMessage> {

  private static final int MAX_MESSAGE_BYTES = 1024 * 1024;

  private @Nullable ChannelHandlerContext connection;
  private @Nullable ClientCallStreamObserver<BytesMessage> toDaemon;
  private final List<ByteBuf> read = new ArrayList<>();
  private int readBytes;
  private boolean ended;

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    connection = context;
  }

  /** The call stands: bytes may flow. */
  void start() {
    context().channel().config().setAutoRead(true);
  }

  /** Ends the call and the connection. */
  void close() {
    context().executor().execute(() -> end(true));
  }

  private ChannelHandlerContext context() {
    if (connection == null) {
      throw new IllegalStateException("not connected");
    }
    return connection;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    read.add(bytes);
    readBytes += bytes.readableBytes();
    if (readBytes >= MAX_MESSAGE_BYTES) {
      forward();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    forward();
    if (toDaemon != null && !toDaemon.isReady()) {
      context.channel().config().setAutoRead(false);
    }
  }

  private void forward() {
    if (readBytes == 0) {
      return;
    }
    byte[] joined = new byte[readBytes];
    int filled = 0;
    for (ByteBuf bytes : read) {
      int length = bytes.readableBytes();
      bytes.readBytes(joined, filled, length);
      filled += length;
    }
    releaseRead();
    if (toDaemon != null && !ended) {
      toDaemon.onNext(BytesMessage.newBuilder().setData(UnsafeByteOperations.unsafeWrap(joined)).build());
    }
  }

  private void releaseRead() {
    read.forEach(ByteBuf::release);
    read.clear();
    readBytes = 0;
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(true);
  }

  @Override
  public void beforeStart(ClientCallStreamObserver<BytesMessage> call) {
    toDaemon = call;
    call.setOnReadyHandler(this::start);
  }

  @Override
  public void onNext(BytesMessage message) {
    context().writeAndFlush(Unpooled.wrappedBuffer(message.getData().toByteArray()));
  }

  @Override
  public void onError(Throwable broken) {
    end(false);
  }

  @Override
  public void onCompleted() {
    end(false);
  }

  private void end(boolean callStands) {
    if (ended) {
      return;
    }
    ended = true;
    if (callStands && toDaemon != null) {
      toDaemon.onCompleted();
    }
    context().close();
    releaseRead();
  }
}
