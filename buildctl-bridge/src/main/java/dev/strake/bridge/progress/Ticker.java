package dev.strake.bridge.progress;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something a few times a second, in a thread of its own, until it is closed. */
final class Ticker implements AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("display").factory());
  private final long millis;
  private final Runnable action;
  private Future<?> next;

  Ticker(Duration every, Runnable action) {
    this.millis = every.toMillis();
    this.action = action;
    this.next = schedule();
  }

  private Future<?> schedule() {
    return thread.scheduleWithFixedDelay(action, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** The next time is a whole interval away from now. Not to be called once it is closed. */
  void restart() {
    next.cancel(false);
    next = schedule();
  }

  /** The last action may still run when this returns. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
