package dev.strake.bridge.http2;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** What the channels of this package have in common: calls over a connection. Thread-safe. */
abstract class CallChannel extends Channel implements AutoCloseable {

  private final int maxInboundMessageSize;
  private final Executor callbacks;
  private @Nullable ScheduledExecutorService timer;
  private boolean closed;

  /**
   * A channel.
   *
   * @param maxInboundMessageSize messages may be this large unless a call says otherwise
   * @param callbacks where listeners of calls run that bring no executor of their own
   */
  CallChannel(int maxInboundMessageSize, Executor callbacks) {
    this.maxInboundMessageSize = maxInboundMessageSize;
    this.callbacks = callbacks;
  }

  /** The connection that the next call is made on. */
  abstract ClientConnection connection();

  @Override
  public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
    return new StreamCall<>(this, method, options, callbacks);
  }

  @Override
  public String authority() {
    return "localhost";
  }

  /** Ends the calls that still run. */
  @Override
  public synchronized void close() {
    closed = true;
    if (timer != null) {
      timer.shutdownNow();
    }
  }

  int maxInboundMessageSize() {
    return maxInboundMessageSize;
  }

  /** Has something done when time is up; null where the channel is closed, which ends calls in any case. */
  synchronized @Nullable ScheduledFuture<?> onExpiration(Deadline deadline, Runnable action) {
    return closed ? null : deadline.runOnExpiration(action, timer());
  }

  /** Made when first needed: most calls have no deadline. */
  synchronized ScheduledExecutorService timer() {
    if (timer == null) {
      timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "grpc-deadlines");
        thread.setDaemon(true);
        return thread;
      });
    }
    return timer;
  }
}
