package dev.strake.bridge.connection;

import dev.strake.bridge.host.FileErrors;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries the bytes of a connection within this process to a blocking stream and back: one thread reads the stream,
 * one writes to it, and no more is read from the connection than has been written.
 */
final class StreamPump extends ChannelInboundHandlerAdapter {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final StreamOpener opener;
  private final Consumer<String> complaints;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("strake-helper-writer").factory());
  private final List<ByteBuf> read = new ArrayList<>();
  private volatile @Nullable ByteStream stream;
  private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
  private volatile boolean closed;

  StreamPump(StreamOpener opener, Consumer<String> complaints) {
    this.opener = opener;
    this.complaints = complaints;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    reader.set(Thread.ofPlatform().daemon().name("strake-helper-reader").start(() -> readAll(context)));
  }

  private void readAll(ChannelHandlerContext context) {
    try {
      ByteStream opened = opener.open();
      stream = opened;
      if (closed) {
        opened.close();
        return;
      }
      context.read();
      pump(opened, context);
      if (!closed) {
        opened.complaint().ifPresent(complaints);
      }
    } catch (IOException | RuntimeException e) {
      complain(FileErrors.describe(e));
    } finally {
      context.close();
    }
  }

  private void complain(String reason) {
    if (!closed) {
      complaints.accept(reason);
    }
  }

  private static void pump(ByteStream from, ChannelHandlerContext context) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int length = from.input().read(buffer); length >= 0; length = from.input().read(buffer)) {
      // Waits, so that a daemon that sends faster than this side reads is not stored here.
      context.writeAndFlush(Unpooled.wrappedBuffer(Arrays.copyOf(buffer, length))).awaitUninterruptibly();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    read.add((ByteBuf) message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (read.isEmpty()) {
      return;
    }
    List<ByteBuf> batch = List.copyOf(read);
    read.clear();
    writer.execute(() -> write(batch, context));
  }

  private void write(List<ByteBuf> batch, ChannelHandlerContext context) {
    try {
      ByteStream to = stream;
      if (to != null && !closed) {
        for (ByteBuf bytes : batch) {
          bytes.readBytes(to.output(), bytes.readableBytes());
        }
        to.output().flush();
        context.read();
      }
    } catch (IOException e) {
      // The reading side tells why the stream has ended.
    } finally {
      batch.forEach(ByteBuf::release);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    closed = true;
    writer.shutdown();
    read.forEach(ByteBuf::release);
    read.clear();
    Thread.ofPlatform().daemon().name("strake-helper-end").start(this::closeStream);
  }

  /** One that is still being opened is broken off by the interrupt. */
  private void closeStream() {
    Thread opening = reader.get();
    if (opening != null) {
      opening.interrupt();
    }
    try {
      ByteStream open = stream;
      if (open != null) {
        open.close();
      }
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
