package dev.strake.bridge.http2;

import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One gRPC call on one stream. The application's listener runs in the call's executor, one event at a time; parts of
 * the answer wait here, unannounced to the peer, while the application asks for no message.
 */
final class StreamCall<Q, A> extends ClientCall<Q, A> implements StreamListener {

  private static final Status LATE = Status.DEADLINE_EXCEEDED.withDescription("no answer from the peer in time");

  private final CallChannel channel;
  private final MethodDescriptor<Q, A> method;
  private final CallOptions options;
  private final Executor executor;
  private final Body body;
  private final Context context = Context.current();
  private final Context.CancellationListener onContextCancelled = this::contextCancelled;

  private volatile @Nullable Listener<A> listener;
  private volatile @Nullable CallRequest request;
  private volatile boolean cancelled;
  private @Nullable ScheduledFuture<?> deadline;

  // The answer's state, used in the executor only.
  private int wanted;
  private boolean headersSeen;
  private @Nullable List<Header> trailers;
  private boolean closed;

  StreamCall(CallChannel channel, MethodDescriptor<Q, A> method, CallOptions options, Executor fallback) {
    this.channel = channel;
    this.method = method;
    this.options = options;
    Executor chosen = options.getExecutor();
    this.executor = MoreExecutors.newSequentialExecutor(chosen == null ? fallback : chosen);
    Integer limit = options.getMaxInboundMessageSize();
    this.body = new Body(limit == null ? channel.maxInboundMessageSize() : limit);
  }

  // The application's side.

  @Override
  public void start(Listener<A> responseListener, Metadata headers) {
    if (cancelled) {
      throw new IllegalStateException("the call was cancelled before it began");
    }
    listener = responseListener;
    if (context.isCancelled()) {
      contextCancelled(context);
      return;
    }
    Deadline limit = options.getDeadline();
    if (limit != null && limit.isExpired()) {
      run(() -> close(Status.DEADLINE_EXCEEDED, new Metadata()));
      return;
    }
    // Known to this call before anybody can end it, or answer it: what is reset before it is opened never is.
    CallRequest asked =
        new CallRequest(
            channel,
            this,
            () -> GrpcHeaders.request(channel.authority(), method.getFullMethodName(), headers, options));
    request = asked;
    context.addListener(onContextCancelled, Runnable::run);
    if (limit != null) {
      deadline = channel.onExpiration(limit, () -> end(LATE));
    }
    asked.open();
  }

  @Override
  public void request(int numMessages) {
    run(() -> {
      wanted += numMessages;
      deliver();
    });
  }

  @Override
  public void sendMessage(Q message) {
    ByteBuffer framed = MessageFrames.of(method.streamRequest(message));
    ifOpen(asked -> asked.send(framed));
  }

  @Override
  public void halfClose() {
    ifOpen(CallRequest::end);
  }

  @Override
  public void cancel(@Nullable String message, @Nullable Throwable cause) {
    cancelled = true;
    end(Status.CANCELLED.withDescription(message == null ? "the call was cancelled" : message).withCause(cause));
  }

  private void contextCancelled(Context cancelled) {
    cancel("context canceled", cancelled.cancellationCause());
  }

  @Override
  public boolean isReady() {
    CallRequest asked = request;
    return asked != null && asked.isWritable();
  }

  // The stream's side.

  @Override
  public void onHeaders(List<Header> headers, boolean end) {
    ifOpen(CallRequest::seen);
    run(() -> {
      if (end) {
        trailers = headers;
        deliver();
      } else if (headersSeen) {
        fail(Status.INTERNAL.withDescription("trailers that do not end the stream"));
      } else if (isInterim(headers)) {
        return;
      } else {
        headersSeen = true;
        acceptHeaders(headers);
      }
    });
  }

  @Override
  public void onData(byte[] data, boolean end) {
    run(() -> {
      body.add(data);
      deliver();
      if (end) {
        fail(Status.INTERNAL.withDescription("the answer ended without trailers"));
      }
    });
  }

  @Override
  public void onClosed(Status status) {
    run(() -> close(status, new Metadata()));
  }

  @Override
  public void onUnprocessed(Status status) {
    run(() -> {
      CallRequest asked = request;
      if (asked == null || !asked.repeat()) {
        close(status, new Metadata());
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

  /** What goes wrong in the executor ends the call, and nothing else: it would wait for ever otherwise. */
  private void run(Runnable event) {
    try {
      executor.execute(() -> {
        try {
          event.run();
        } catch (StatusRuntimeException e) {
          fail(e.getStatus());
        } catch (RuntimeException | Error e) {
          fail(Status.CANCELLED.withDescription("the listener failed").withCause(e));
        }
      });
    } catch (RejectedExecutionException e) {
      // Whoever has shut the executor down is not told any more.
      ifOpen(asked -> asked.reset(ErrorCode.CANCEL));
    }
  }

  // In the executor.

  private static boolean isInterim(List<Header> headers) {
    String status = GrpcHeaders.find(headers, ":status");
    return status != null && status.startsWith("1");
  }

  private void acceptHeaders(List<Header> headers) {
    String status = GrpcHeaders.find(headers, ":status");
    String type = GrpcHeaders.find(headers, "content-type");
    if (!"200".equals(status) || type == null || !type.startsWith("application/grpc")) {
      fail(Status.UNKNOWN.withDescription("the answer is not gRPC: HTTP status " + status + ", content type " + type));
    } else if (!closed && listener != null) {
      listener.onHeaders(GrpcHeaders.metadata(headers));
    }
  }

  /** Hands on as many messages as are there and asked for, and then the end. */
  private void deliver() {
    while (!closed && wanted > 0) {
      byte[] message = body.nextMessage(length -> ifOpen(asked -> asked.consumed(length)));
      if (message == null) {
        break;
      }
      wanted--;
      listener().onMessage(method.parseResponse(new ByteArrayInputStream(message)));
    }
    if (trailers != null && body.isUsedUp()) {
      close(GrpcHeaders.status(trailers), GrpcHeaders.metadata(trailers));
    } else if (trailers != null && wanted > 0) {
      fail(Status.INTERNAL.withDescription("the answer ended inside a message"));
    }
  }

  private void fail(Status status) {
    ifOpen(asked -> asked.reset(ErrorCode.CANCEL));
    close(status, new Metadata());
  }

  private void close(Status status, Metadata metadata) {
    if (closed || listener == null) {
      return;
    }
    closed = true;
    context.removeListener(onContextCancelled);
    body.clear();
    if (deadline != null) {
      deadline.cancel(false);
    }
    // Where the answer came before the question was finished, the rest of the question is not wanted.
    ifOpen(asked -> asked.reset(ErrorCode.NO_ERROR));
    listener().onClose(isLate(status) ? LATE : status, metadata);
  }

  /** A peer that looks at the deadline itself resets the stream, perhaps before this side has noticed. */
  private boolean isLate(Status status) {
    Deadline limit = options.getDeadline();
    return status.getCode() == Status.Code.CANCELLED && limit != null && limit.isExpired();
  }

  private void end(Status status) {
    ifOpen(asked -> asked.reset(ErrorCode.CANCEL));
    run(() -> close(status, new Metadata()));
  }

  private Listener<A> listener() {
    if (listener == null) {
      throw new IllegalStateException("the call was not started");
    }
    return listener;
  }

  private void ifOpen(Consumer<CallRequest> action) {
    CallRequest asked = request;
    if (asked != null) {
      action.accept(asked);
    }
  }
}
