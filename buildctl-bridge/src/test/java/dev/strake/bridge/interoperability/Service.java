package dev.strake.bridge.interoperability;

import dev.strake.bridge.testing.Processes;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that listens on a socket as long as a test needs it. */
final class Service implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;
  private static final int POLL_MILLIS = 100;

  private final Process process;
  private final Path socket;

  private Service(Process process, Path socket) {
    this.process = process;
    this.socket = socket;
  }

  /** Starts it, and waits until it listens; its output goes to {@code log}. */
  static Service start(List<String> words, Path socket, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(log.toFile())
            .start();
    Service service = new Service(process, socket);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!service.listens()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        service.close();
        throw new IOException(words.getFirst() + " did not start: " + Files.readString(log));
      }
      Thread.sleep(POLL_MILLIS);
    }
    return service;
  }

  private boolean listens() {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      return false;
    }
  }

  /** As clients take it. */
  String address() {
    return "unix://" + socket;
  }

  @Override
  public void close() throws InterruptedException {
    Processes.end(process);
  }
}
