package dev.strake.bridge.control;

import com.google.common.base.Throwables;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The result of a call: done when the call is, even if it was cancelled. */
final class CallResult<T extends @Nullable Object> extends CompletableFuture<T> {

  private final Runnable canceller;

  CallResult(Runnable canceller) {
    this.canceller = canceller;
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    canceller.run();
    return !isDone();
  }

  /** Waits, and throws what it failed with as itself. */
  T await() throws InterruptedException {
    try {
      return get();
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(e.getCause());
      throw new IllegalStateException(e.getCause());
    }
  }
}
