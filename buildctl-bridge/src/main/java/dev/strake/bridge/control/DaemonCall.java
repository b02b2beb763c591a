package dev.strake.bridge.control;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of a daemon and runs until it is done, fails or is cancelled.
 *
 * <pre>{@code
 * DaemonCall<PruneOutcome> pruning = client.prune(PruneSpec.unused(), record -> System.out.println(record.id()));
 * PruneOutcome outcome = pruning.await();
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @param <T> what it comes to
 */
public interface DaemonCall<T extends @Nullable Object> {

  /**
   * The result, when there is one. Fails with {@link dev.strake.bridge.error.DaemonException}, or with what a listener
   * or a stream of this side threw. Cancelling it is the same as {@link #cancel}.
   */
  CompletableFuture<T> result();

  /**
   * Waits for the result. An interrupted wait leaves the call running.
   *
   * @throws dev.strake.bridge.error.DaemonException and the others of {@link #result}, as themselves
   */
  T await() throws InterruptedException;

  /** Stops it. The result then fails with kind {@code CANCELLED}, unless it was there before. */
  void cancel();
}
