package dev.strake.bridge.daemon;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two commands from starting or stopping the same daemon at once. Held until closed. */
final class DaemonLock implements AutoCloseable {

  private static final long POLL_MILLIS = 50;

  private final FileChannel channel;

  private DaemonLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until no other holds it. */
  static DaemonLock acquire(Path file) throws IOException, InterruptedException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (!tryLock(channel)) {
        Thread.sleep(POLL_MILLIS);
      }
      return new DaemonLock(channel);
    } catch (IOException | InterruptedException e) {
      channel.close();
      throw e;
    }
  }

  /** The kernel drops the lock with the channel, and so also when this process is killed. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this very process holds it.
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
