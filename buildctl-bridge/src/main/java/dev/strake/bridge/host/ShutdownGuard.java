package dev.strake.bridge.host;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when a signal, such as Ctrl-C's, ends the process: it runs what was registered, and
 * holds the
 * process until the command has cleaned up, or for a while at most. The JVM sets the exit code: 130 for Ctrl-C.
 */
public final class ShutdownGuard {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean shuttingDown;

  /** Something that is registered until it is closed. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /** Has {@code action} run when the process is told to end. */
  public Registration onShutdown(Runnable action) {
    Thread hook =
        new Thread(
            () -> {
              shuttingDown = true;
              action.run();
              awaitFinished();
            },
            "shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      if (!shuttingDown) {
        remove(hook);
      }
    };
  }

  /**
   * Ends the process, now that the command has cleaned up; where it is ending anyway, with the JVM's exit code.
   */
  public void exit(int exitCode) {
    finished.countDown();
    if (shuttingDown) {
      System.exit(exitCode);
    }
    // Nothing is left for hooks to do, and the orderly way asks for a logger of its own, which opens every jar.
    Runtime.getRuntime().halt(exitCode);
  }

  private void awaitFinished() {
    try {
      finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process has begun to end just now: the hook runs, and finds nothing left to do.
    }
  }
}
