package dev.strake.bridge.cli.progress;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something a few times a second, in a thread of its own, until it is closed. */
final class Ticker implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("display").factory());

  Ticker(Duration every, Runnable action) {
    thread.scheduleWithFixedDelay(action, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The last action may still run when this returns. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
