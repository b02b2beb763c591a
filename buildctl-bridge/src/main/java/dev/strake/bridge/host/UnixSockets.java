package dev.strake.bridge.host;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;

/** Connects to unix sockets, and says in the reference's words why that failed. */
public final class UnixSockets {

  /** The JVM finds that out by itself. */
  private static final String TOO_LONG = "unix domain path too long";

  private UnixSockets() {}

  /**
   * Connects.
   *
   * @throws IOException when nothing listens there; the message names the socket
   */
  public static SocketChannel connect(Path socket) throws IOException {
    return connect(socket, socket.toString());
  }

  /**
   * The same.
   *
   * @param name the socket's, as the user wrote it
   */
  public static SocketChannel connect(Path socket, String name) throws IOException {
    if (name.isEmpty()) {
      throw new IOException("dial unix: missing address");
    }
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      String known = reason.startsWith(TOO_LONG) ? "invalid argument" : reason;
      throw new IOException("dial unix " + name + ": connect: " + known, e);
    }
  }
}
