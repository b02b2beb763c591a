package dev.strake.bridge.daemon;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Asks whether anyone listens on a unix socket. */
final class SocketProbe {

  /** What fits into the kernel's {@code sockaddr_un}, with its closing NUL. */
  static final int MAX_PATH_BYTES = 107;

  private SocketProbe() {}

  /** Whether a connection is accepted; a socket file that a dead process left behind accepts none. */
  static boolean answers(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      return false;
    }
  }
}
