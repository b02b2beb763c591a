package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.UnixSockets;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** {@code dial-stdio}: joins standard input and output to the daemon's socket. */
final class DialStdioAction {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final String UNIX = "unix";

  private final Session session;

  private DialStdioAction(Session session) {
    this.session = session;
  }

  static CommandSpec spec(Session session) {
    return CommandSpec.of(
            "dial-stdio",
            "Joins standard input and output to the daemon's socket; for other programs to call.",
            List.of(),
            parsed -> new DialStdioAction(session).run(parsed))
        .hide();
  }

  private void run(ParsedCommand parsed) throws IOException {
    try (SocketChannel daemon = dial(parsed.flags().text("addr"))) {
      // A daemon thread: once the daemon has closed its side, nobody waits for more input.
      Thread.ofPlatform().daemon().name("stdin").start(() -> sendInput(daemon));
      copy(daemon, output());
    }
  }

  private SocketChannel dial(String address) {
    int scheme = address.indexOf("://");
    if (scheme < 0) {
      throw new CommandException("invalid address " + address);
    }
    String kind = address.substring(0, scheme);
    if (!kind.equals(UNIX)) {
      throw new CommandException("invalid address %s (expected unix://, got %s://)".formatted(address, kind));
    }
    String path = address.substring(scheme + "://".length());
    try {
      return UnixSockets.connect(session.folder().resolve(path), path);
    } catch (IOException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }

  private void sendInput(SocketChannel daemon) {
    try {
      copy(input(), daemon);
      daemon.shutdownOutput();
    } catch (IOException e) {
      // The daemon has gone away, which the other direction finds out too.
    }
  }

  /** Straight from the descriptor where there is one: the streams in front of it buffer, and wait for a line's end. */
  private ReadableByteChannel input() {
    return session.streams().in() == System.in
        ? new FileInputStream(FileDescriptor.in).getChannel()
        : Channels.newChannel(session.streams().in());
  }

  private WritableByteChannel output() {
    return session.streams().out() == System.out
        ? new FileOutputStream(FileDescriptor.out).getChannel()
        : Channels.newChannel(session.streams().out());
  }

  private static void copy(ReadableByteChannel from, WritableByteChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    while (from.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        to.write(buffer);
      }
      buffer.clear();
    }
  }
}
