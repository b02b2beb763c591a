package dev.strake.bridge.control;

import java.nio.file.Path;

/** Where a daemon listens. */
public sealed interface DaemonAddress {

  /** A unix socket. */
  record Unix(Path socket) implements DaemonAddress {
    @Override
    public String toString() {
      return "unix://" + socket;
    }
  }

  /** A TCP port, in clear text. */
  record Tcp(String host, int port) implements DaemonAddress {
    @Override
    public String toString() {
      return "tcp://" + host + ":" + port;
    }
  }

  /**
   * Reads an address such as {@code unix:///run/buildkit/buildkitd.sock} or {@code tcp://127.0.0.1:1234}.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  static DaemonAddress parse(String text) {
    if (text.startsWith("unix://")) {
      return new Unix(Path.of(text.substring("unix://".length())));
    }
    if (text.startsWith("tcp://")) {
      return parseTcp(text.substring("tcp://".length()), text);
    }
    throw new IllegalArgumentException(
        "unknown address \"" + text + "\": expected unix://PATH or tcp://HOST:PORT");
  }

  private static Tcp parseTcp(String hostAndPort, String text) {
    int colon = hostAndPort.lastIndexOf(':');
    try {
      int port = Integer.parseInt(hostAndPort.substring(colon + 1));
      if (colon > 0 && port > 0 && port < 65536) {
        return new Tcp(hostAndPort.substring(0, colon), port);
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the message below, which shows the whole address.
    }
    throw new IllegalArgumentException("address \"" + text + "\" has no port: expected tcp://HOST:PORT");
  }
}
