package dev.strake.bridge.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** A TCP port of this machine that a program is to listen on. */
public record LocalPort(int number) {

  private static final int POLL_MILLIS = 50;

  /** One that nothing listens on now. */
  public static LocalPort free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new LocalPort(socket.getLocalPort());
    }
  }

  /** Waits until the program listens; false when it has ended, or takes longer than that. */
  public boolean await(Process program, long seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!listens()) {
      if (System.nanoTime() > end || !program.isAlive()) {
        return false;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return true;
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
