package dev.strake.bridge.ssh;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.UnixSockets;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The agent behind a socket. */
public final class SocketAgent implements SshAgent {

  private static final int MAX_ANSWER_BYTES = 16 << 20;

  private final SocketChannel channel;

  private SocketAgent(SocketChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects.
   *
   * @throws IOException when nothing listens there
   */
  public static SocketAgent connect(Path socket) throws IOException {
    return new SocketAgent(UnixSockets.connect(socket));
  }

  @Override
  public byte[] answer(byte[] request) throws IOException {
    try {
      return ask(request);
    } catch (IOException e) {
      throw new IOException("agent: client error: " + FileErrors.describe(e), e);
    }
  }

  private byte[] ask(byte[] request) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES + request.length).putInt(request.length).put(request).flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
    int length = ByteBuffer.wrap(read(Integer.BYTES)).getInt();
    if (length < 0 || length > MAX_ANSWER_BYTES) {
      throw new IOException("response too large");
    }
    return read(length);
  }

  private byte[] read(int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new EOFException("EOF");
      }
    }
    return in.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
