package dev.strake.bridge.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The part of an older Docker Engine's HTTP server that leads to its BuildKit: HTTP/1.1 only, and {@code POST /grpc}
 * turns a connection into one to the daemon behind it.
 */
public final class OldEngine implements AutoCloseable {

  private final ServerSocketChannel server;
  private final Path daemonSocket;
  private final String upgradeAnswer;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Listens at {@code socket}; {@code upgradeAnswer} is the status line for an upgrade. */
  public OldEngine(Path socket, Path daemonSocket, String upgradeAnswer) throws IOException {
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    this.daemonSocket = daemonSocket;
    this.upgradeAnswer = upgradeAnswer;
    Thread.ofPlatform().daemon().start(this::acceptAll);
  }

  /** The request lines so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void acceptAll() {
    try {
      while (true) {
        SocketChannel client = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(SocketChannel client) {
    try (client) {
      InputStream in = Channels.newInputStream(client);
      String head = readHead(in);
      String line = head.lines().findFirst().orElse("");
      requests.add(line);
      if (!line.startsWith("POST /grpc ")) {
        answer(client, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        return;
      }
      answer(client, upgradeAnswer + "\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n");
      if (upgradeAnswer.contains(" 101 ")) {
        join(client, in);
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void answer(SocketChannel client, String text) throws IOException {
    Channels.newOutputStream(client).write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void join(SocketChannel client, InputStream in) throws IOException {
    try (SocketChannel daemon = SocketChannel.open(UnixDomainSocketAddress.of(daemonSocket))) {
      Thread.ofPlatform().daemon().start(() -> copy(daemon, client));
      in.transferTo(Channels.newOutputStream(daemon));
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) {
    try (to) {
      Channels.newInputStream(from).transferTo(Channels.newOutputStream(to));
    } catch (IOException e) {
      // One side has gone.
    }
  }

  private static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
