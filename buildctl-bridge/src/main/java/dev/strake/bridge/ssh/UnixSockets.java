package dev.strake.bridge.ssh;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;

/** Connects to unix sockets, and says in the reference's words why that failed. */
public final class UnixSockets {

  private UnixSockets() {}

  /**
   * Connects.
   *
   * @throws IOException when nothing listens there; the message names the socket
   */
  public static SocketChannel connect(Path socket) throws IOException {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      throw new IOException("dial unix " + socket + ": connect: " + reason, e);
    }
  }
}
