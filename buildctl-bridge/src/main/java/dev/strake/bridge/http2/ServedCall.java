package dev.strake.bridge.http2;

import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One gRPC call that a peer has made. The service's listener runs in the call's executor, one event at a time, within a
 * context that is cancelled at the call's end.
 */
final class ServedCall<Q, A> extends ServerCall<Q, A> implements StreamListener {

  private final Stream stream;
  private final MethodDescriptor<Q, A> method;
  private final Executor executor;
  private final Context.CancellableContext context = Context.ROOT.withCancellation();
  private final Body body;

  private volatile boolean closed;
  private volatile boolean cancelled;
  private boolean headersSent;

  // Used in the executor only.
  private @Nullable Listener<Q> listener;
  private int wanted;
  private boolean endSeen;
  private boolean endTold;

  /** @param executor where the service runs */
  ServedCall(Stream stream, MethodDescriptor<Q, A> method, int maxMessageLength, Executor executor) {
    this.stream = stream;
    this.method = method;
    this.body = new Body(maxMessageLength);
    this.executor = MoreExecutors.newSequentialExecutor(executor);
  }

  /** Has the service begin. */
  void start(ServerCallHandler<Q, A> handler, Metadata headers) {
    run(() -> {
      listener = handler.startCall(this, headers);
      listener.onReady();
      deliver();
    });
  }

  /** What a service throws ends its call, and nothing else. */
  private void run(Runnable event) {
    try {
      executor.execute(() -> guarded(event));
    } catch (RejectedExecutionException e) {
      // Whoever has shut the executor down is not told any more.
      stream.reset(ErrorCode.CANCEL);
    }
  }

  private void guarded(Runnable event) {
    Context previous = context.attach();
    try {
      event.run();
    } catch (StatusRuntimeException e) {
      close(e.getStatus(), new Metadata());
    } catch (RuntimeException | Error e) {
      close(Status.UNKNOWN.withDescription(String.valueOf(e)).withCause(e), new Metadata());
    } finally {
      context.detach(previous);
    }
  }

  // The service's side.

  @Override
  public void request(int numMessages) {
    run(() -> {
      wanted += numMessages;
      deliver();
    });
  }

  @Override
  public synchronized void sendHeaders(Metadata headers) {
    headersSent = true;
    stream.sendHeaders(GrpcHeaders.answer(headers));
  }

  @Override
  public void sendMessage(A message) {
    ByteBuffer framed = MessageFrames.of(method.streamResponse(message));
    stream.send(framed, false);
  }

  @Override
  public boolean isReady() {
    return stream.isWritable();
  }

  @Override
  public void close(Status status, Metadata trailers) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      stream.finish(GrpcHeaders.lastWords(status, trailers, headersSent));
    }
    run(() -> {
      if (listener != null && !cancelled) {
        listener.onComplete();
      }
      context.cancel(null);
    });
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public MethodDescriptor<Q, A> getMethodDescriptor() {
    return method;
  }

  @Override
  public Attributes getAttributes() {
    return Attributes.EMPTY;
  }

  // The stream's side.

  @Override
  public void onHeaders(List<Header> headers, boolean end) {}

  @Override
  public void onData(byte[] data, boolean end) {
    run(() -> {
      body.add(data);
      endSeen |= end;
      deliver();
    });
  }

  @Override
  public void onClosed(Status status) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      cancelled = true;
    }
    run(() -> {
      body.clear();
      context.cancel(status.asRuntimeException());
      if (listener != null) {
        listener.onCancel();
      }
    });
  }

  @Override
  public void onWritable() {
    run(() -> {
      if (!closed && listener != null) {
        listener.onReady();
      }
    });
  }

  // In the executor.

  /** Hands on as many messages as are there and asked for, and then the end. */
  private void deliver() {
    Listener<Q> told = listener;
    while (told != null && !closed && wanted > 0) {
      byte[] message = body.nextMessage(stream::consumed);
      if (message == null) {
        break;
      }
      wanted--;
      told.onMessage(method.parseRequest(new ByteArrayInputStream(message)));
    }
    if (told != null && !closed && endSeen && !endTold && body.isUsedUp()) {
      endTold = true;
      told.onHalfClose();
    }
  }
}
