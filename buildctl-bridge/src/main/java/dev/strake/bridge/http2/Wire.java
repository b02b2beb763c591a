package dev.strake.bridge.http2;

import io.grpc.Status;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A client's connection over two channels that lead to one peer: one thread reads, one writes. Thread-safe. */
final class Wire implements AutoCloseable {

  private static final long FLUSH_MILLIS = 2_000;

  private final Opener opener;
  private final Consumer<Wire> onEnd;
  private final FrameWriter writer;
  private final ClientConnection connection;
  private final Thread reader = new Thread(this::read, "http2-reader");
  private @Nullable Ends ends;
  private boolean closed;

  /** The two channels, which may be the same. */
  record Ends(ReadableByteChannel in, WritableByteChannel out) {}

  /** Gets at the peer. */
  @FunctionalInterface
  interface Opener {
    Ends open() throws IOException;
  }

  private Wire(Opener opener, Consumer<Wire> onEnd) {
    this.opener = opener;
    this.onEnd = onEnd;
    this.writer = new FrameWriter(this::broken);
    this.connection = new ClientConnection(writer);
    reader.setDaemon(true);
  }

  /**
   * A connection that is opened in its own thread; calls that come before wait for that.
   *
   * @param onEnd hears when nothing more comes from the peer, and this side's last words are sent as far as they can be
   */
  static Wire open(Opener opener, Consumer<Wire> onEnd) {
    Wire wire = new Wire(opener, onEnd);
    wire.connection.greet();
    wire.reader.start();
    return wire;
  }

  ClientConnection connection() {
    return connection;
  }

  private void broken(IOException e) {
    connection.fail(Connection.unavailable("the connection broke: " + e.getMessage()).withCause(e));
  }

  private void read() {
    try {
      Ends opened = letIn();
      if (opened != null) {
        converse(opened);
      }
    } finally {
      onEnd.accept(this);
    }
  }

  private @Nullable Ends letIn() {
    try {
      Ends opened = opener.open();
      if (take(opened)) {
        return opened;
      }
      close(opened);
    } catch (IOException e) {
      connection.fail(Connection.unavailable(String.valueOf(e.getMessage())).withCause(e));
    } catch (RuntimeException | Error e) {
      connection.fail(Status.INTERNAL.withDescription("no connection could be made: " + e).withCause(e));
    }
    return null;
  }

  private void converse(Ends opened) {
    try {
      handleAll(new FrameReader(opened.in()));
      connection.fail(Connection.unavailable("the peer closed the connection"), ErrorCode.NO_ERROR);
    } catch (ProtocolException e) {
      connection.fail(Status.INTERNAL.withDescription("HTTP/2: " + e.getMessage()), e.errorCode());
    } catch (IOException e) {
      broken(e);
    } catch (RuntimeException | Error e) {
      Status failed = Status.INTERNAL.withDescription("a listener failed: " + e).withCause(e);
      connection.fail(failed, ErrorCode.INTERNAL_ERROR);
    } finally {
      // Why it ended has to reach the peer; whoever still writes would otherwise wait for ever.
      flushAndClose(opened);
    }
  }

  private void handleAll(FrameReader frames) throws IOException {
    FrameHandler handler = new FrameHandler(connection);
    for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
      handler.handle(frame);
    }
  }

  private synchronized boolean take(Ends opened) {
    if (!closed) {
      ends = opened;
      writer.start(opened.out());
    }
    return !closed;
  }

  /** Writes what waits, as far as the peer reads it soon, and closes both channels. */
  @Override
  public void close() {
    connection.fail(Status.UNAVAILABLE.withDescription("the channel is closed"), ErrorCode.NO_ERROR);
    Ends opened;
    synchronized (this) {
      closed = true;
      opened = ends;
    }
    if (opened == null) {
      // It may still wait to be let in.
      reader.interrupt();
    } else {
      flushAndClose(opened);
    }
  }

  private void flushAndClose(Ends opened) {
    try {
      writer.awaitClosed(FLUSH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close(opened);
  }

  private static void close(Ends opened) {
    closeQuietly(opened.in());
    closeQuietly(opened.out());
  }

  private static void closeQuietly(AutoCloseable channel) {
    try {
      channel.close();
    } catch (Exception ignored) {
      // The connection is over either way.
    }
  }
}
