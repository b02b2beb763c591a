package dev.strake.bridge.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a Docker Engine, whose HTTP server is asked for its BuildKit. A newer engine takes HTTP/2 directly; an
 * older one answers that in HTTP/1.1 and has each connection upgraded by {@code POST /grpc}.
 */
public final class EngineSocket implements StreamOpener {

  /** How every HTTP/2 connection begins on the client's side: the preface, and no settings. */
  private static final byte[] HTTP2_GREETING =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);

  private static final byte[] HTTP1 = "HTTP/1".getBytes(StandardCharsets.ISO_8859_1);

  private enum Way {
    DIRECT,
    UPGRADE
  }

  private final SocketAddress address;
  private final AtomicReference<@Nullable Way> known = new AtomicReference<>();

  public EngineSocket(SocketAddress address) {
    this.address = address;
  }

  @Override
  public ByteStream open() throws IOException {
    Way way = way();
    SocketChannel socket = connect();
    try {
      return switch (way) {
        case DIRECT -> SocketStream.of(socket);
        case UPGRADE -> HttpUpgrade.request(socket, "/grpc");
      };
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private Way way() throws IOException {
    Way earlier = known.get();
    if (earlier != null) {
      return earlier;
    }
    Way found = probe();
    known.set(found);
    return found;
  }

  private Way probe() throws IOException {
    try (SocketChannel socket = connect()) {
      socket.write(ByteBuffer.wrap(HTTP2_GREETING));
      byte[] answer = new byte[HTTP1.length];
      ByteBuffer read = ByteBuffer.wrap(answer);
      while (read.hasRemaining() && socket.read(read) >= 0) {
        // An answer's first bytes may come one by one.
      }
      return Arrays.equals(answer, HTTP1) ? Way.UPGRADE : Way.DIRECT;
    }
  }

  private SocketChannel connect() throws IOException {
    SocketChannel socket =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    try {
      socket.connect(resolved());
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Looked up for each connection: a name may come to mean another machine. */
  private SocketAddress resolved() throws UnknownHostException {
    if (!(address instanceof InetSocketAddress named) || !named.isUnresolved()) {
      return address;
    }
    InetSocketAddress found = new InetSocketAddress(named.getHostString(), named.getPort());
    if (found.isUnresolved()) {
      throw new UnknownHostException("lookup " + named.getHostString() + ": no such host");
    }
    return found;
  }
}
