package dev.strake.bridge.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A socket as two blocking streams. */
record SocketStream(SocketChannel socket, InputStream input, OutputStream output) implements ByteStream {

  static SocketStream of(SocketChannel socket) {
    return new SocketStream(socket, Channels.newInputStream(socket), Channels.newOutputStream(socket));
  }

  @Override
  public Optional<String> complaint() {
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
