package dev.strake.bridge.control;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.DaemonException.Kind;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that runs on a thread of its own, in a context that cancels whatever the thread waits for. */
final class AsyncCall<T extends @Nullable Object> implements DaemonCall<T> {

  private final Context.CancellableContext context = Context.ROOT.withCancellation();
  private final CallResult<T> result = new CallResult<>(this::cancel);

  private AsyncCall() {}

  /**
   * Starts a call.
   *
   * @param translate from gRPC's failures to what is told of them
   */
  static <T extends @Nullable Object> AsyncCall<T> start(
      Executor executor, Function<StatusRuntimeException, DaemonException> translate, Supplier<T> body) {
    AsyncCall<T> call = new AsyncCall<>();
    try {
      executor.execute(() -> call.context.run(() -> call.run(translate, body)));
    } catch (RejectedExecutionException closed) {
      call.result.completeExceptionally(new DaemonException(Kind.UNAVAILABLE, "the client is closed"));
    }
    return call;
  }

  private void run(Function<StatusRuntimeException, DaemonException> translate, Supplier<T> body) {
    try {
      result.complete(body.get());
    } catch (StatusRuntimeException failure) {
      result.completeExceptionally(translate.apply(failure));
    } catch (Throwable failure) {
      result.completeExceptionally(failure);
    } finally {
      context.cancel(null);
    }
  }

  @Override
  public CompletableFuture<T> result() {
    return result;
  }

  @Override
  public T await() throws InterruptedException {
    return result.await();
  }

  @Override
  public void cancel() {
    context.cancel(null);
  }
}
