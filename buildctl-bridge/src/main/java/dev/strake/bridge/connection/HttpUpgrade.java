package dev.strake.bridge.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Turns a connection to an HTTP/1.1 server into one of bytes, as Docker Engines offer it. */
final class HttpUpgrade {

  private static final int MAX_HEAD_BYTES = 16 * 1024;

  private HttpUpgrade() {}

  /**
   * Asks for the upgrade to HTTP/2.
   *
   * @throws IOException when the server refuses; the message has its status line
   */
  static ByteStream request(SocketChannel socket, String path) throws IOException {
    SocketStream stream = SocketStream.of(socket);
    String request = "POST " + path + " HTTP/1.1\r\nHost: docker\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
    stream.output().write(request.getBytes(StandardCharsets.US_ASCII));
    stream.output().flush();
    String head = readHead(stream.input());
    String statusLine = head.lines().findFirst().orElse("");
    if (!statusLine.matches("HTTP/1\\.[01] 101( .*)?")) {
      throw new IOException("the engine offers no BuildKit: POST " + path + " was answered by \"" + statusLine + "\"");
    }
    return stream;
  }

  /** Up to the empty line, and no byte further: the next is HTTP/2's. */
  private static String readHead(InputStream input) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("the engine closed the connection");
      }
      head.append((char) next);
      if (head.length() > MAX_HEAD_BYTES) {
        throw new IOException("the engine's answer has no end");
      }
    }
    return head.toString();
  }
}
