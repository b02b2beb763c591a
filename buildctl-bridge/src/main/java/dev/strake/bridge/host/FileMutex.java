package dev.strake.bridge.host;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A file that one holder at a time has, of all threads of this process and of all processes that ask by this class. The
 * kernel takes the lock back from a process that is killed.
 *
 * <pre>{@code
 * try (FileMutex held = FileMutex.acquire(folder.resolve("index.json.lock"))) {
 *   change(folder);
 *   held.deleteFile();
 * }
 * }</pre>
 */
public final class FileMutex implements AutoCloseable {

  private static final int STRIPES = 1 << 20;
  private static final long POLL_MILLIS = 10;

  /**
   * The kernel's locks are a process's: a second one of the same file is refused to a thread, and a file that is closed
   * anywhere in the process loses its lock. So a file is opened only where no other thread has it.
   */
  private static final Striped<Semaphore> THREADS = Striped.lazyWeakSemaphore(STRIPES, 1);

  private final Path file;
  private final FileChannel channel;
  private final Semaphore thread;
  private final AtomicBoolean released = new AtomicBoolean();

  private FileMutex(Path file, FileChannel channel, Semaphore thread) {
    this.file = file;
    this.channel = channel;
    this.thread = thread;
  }

  /**
   * Waits until no other holds it. Not for a thread that does already, which would wait for itself.
   *
   * @param file made where it is missing; its folder is there
   * @throws IOException where it cannot be opened for writing
   */
  public static FileMutex acquire(Path file) throws IOException, InterruptedException {
    Path folder = file.toAbsolutePath().getParent().toRealPath();
    Semaphore thread = THREADS.get(folder.resolve(file.getFileName()));
    thread.acquire();
    try {
      return new FileMutex(file, lock(file), thread);
    } catch (IOException | InterruptedException | RuntimeException e) {
      thread.release();
      throw e;
    }
  }

  /** Whoever had it before may have deleted it: then what was opened is not the file that the next process finds. */
  private static FileChannel lock(Path file) throws IOException, InterruptedException {
    while (true) {
      Object before = key(file);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        while (channel.tryLock() == null) {
          Thread.sleep(POLL_MILLIS);
        }
        if (before != null && before.equals(key(file))) {
          return channel;
        }
        channel.close();
      } catch (IOException | InterruptedException e) {
        channel.close();
        throw e;
      }
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Leaves no file behind; those who wait for it make another. */
  public void deleteFile() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Once it is closed, closing it again does nothing. */
  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      if (!released.getAndSet(true)) {
        thread.release();
      }
    }
  }
}
