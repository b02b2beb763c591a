package dev.strake.bridge.control;

import java.util.concurrent.CompletableFuture;

/** A build on its way. */
public interface RunningBuild {

  /** The build's id. */
  String ref();

  /**
   * The result, when there is one. Fails with {@link dev.strake.bridge.error.DaemonException}, with an
   * {@link java.io.UncheckedIOException} where this side could not write an export, or with what a build function
   * threw. Cancelling it is the same as {@link #cancel}.
   */
  CompletableFuture<SolveOutcome> result();

  /**
   * Waits for the result.
   *
   * @throws dev.strake.bridge.error.DaemonException and the others of {@link #result}, as themselves
   */
  SolveOutcome await() throws InterruptedException;

  /** Stops the build on the daemon. The result then fails with kind {@code CANCELLED}, unless it was there before. */
  void cancel();
}
