package dev.strake.bridge.training;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A frontend program that runs as a daemon runs it: its standard input and output are a gateway's connection. */
public final class FrontendProcess implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final EventLoopGroup loop = new DefaultEventLoopGroup(1, new DefaultThreadFactory("frontend", true));
  private final Server server;
  private final Process process;
  private final Channel connection;

  private FrontendProcess(Server server, SocketAddress address, Process process) {
    this.server = server;
    this.process = process;
    this.connection =
        new Bootstrap()
            .group(loop)
            .channel(LocalChannel.class)
            .handler(new ToStream(process.getOutputStream()))
            .connect(address)
            .syncUninterruptibly()
            .channel();
    Thread.ofPlatform().daemon().name("frontend-output").start(() -> pump(process.getInputStream(), connection));
  }

  /**
   * Starts the program.
   *
   * @param variables its whole environment
   * @param gateway what its calls reach
   */
  public static FrontendProcess start(List<String> command, Map<String, String> variables, BindableService gateway)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(variables);
    LocalAddress address = new LocalAddress(FrontendProcess.class);
    EventLoopGroup serving = new DefaultEventLoopGroup(1, new DefaultThreadFactory("gateway", true));
    Server server =
        NettyServerBuilder.forAddress(address)
            .channelType(LocalServerChannel.class)
            .bossEventLoopGroup(serving)
            .workerEventLoopGroup(serving)
            // Takes gRPC's own setting away, which such a channel does not know.
            .withChildOption(ChannelOption.SO_KEEPALIVE, null)
            .addService(gateway)
            .build()
            .start();
    return new FrontendProcess(server, address, builder.start());
  }

  private static void pump(InputStream from, Channel to) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        to.writeAndFlush(Unpooled.wrappedBuffer(Arrays.copyOf(buffer, read)));
      }
    } catch (IOException ended) {
      // As good as an end of the stream.
    } finally {
      to.close();
    }
  }

  /** The program itself. */
  public Process process() {
    return process;
  }

  /** Ends the connection, as a daemon does that ends itself. */
  public void hangUp() {
    connection.close().syncUninterruptibly();
  }

  /** Ends the connection, and the program if it has not ended. */
  @Override
  public void close() {
    process.destroyForcibly();
    server.shutdownNow();
    loop.shutdownGracefully();
  }

  private static final class ToStream extends ChannelInboundHandlerAdapter {

    private final OutputStream stream;

    ToStream(OutputStream stream) {
      this.stream = stream;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      try {
        bytes.readBytes(stream, bytes.readableBytes());
        stream.flush();
      } catch (IOException ended) {
        context.close();
      } finally {
        bytes.release();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      try {
        stream.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
