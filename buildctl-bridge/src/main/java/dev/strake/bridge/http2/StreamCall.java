package dev.strake.bridge.http2;

import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One gRPC call on one stream. The application's listener runs in the call's executor, one event at a time; parts of
 * the answer wait here, unannounced to the peer, while the application asks for no message.
 */
final class StreamCall<Q, A> extends ClientCall<Q, A> implements StreamListener {

  private static final int MESSAGE_HEAD = 5;

  private final PipeChannel channel;
  private final MethodDescriptor<Q, A> method;
  private final CallOptions options;
  private final Executor executor;
  private final MessageDeframer deframer;

  private @Nullable Listener<A> listener;
  private volatile @Nullable Stream stream;
  private @Nullable ScheduledFuture<?> deadline;

  // The answer's state, used in the executor only.
  private final ArrayDeque<byte[]> body = new ArrayDeque<>();
  private int wanted;
  private boolean headersSeen;
  private @Nullable List<Header> trailers;
  private boolean closed;

  StreamCall(PipeChannel channel, MethodDescriptor<Q, A> method, CallOptions options, Executor fallback) {
    this.channel = channel;
    this.method = method;
    this.options = options;
    Executor chosen = options.getExecutor();
    this.executor = MoreExecutors.newSequentialExecutor(chosen == null ? fallback : chosen);
    Integer limit = options.getMaxInboundMessageSize();
    this.deframer = new MessageDeframer(limit == null ? channel.maxInboundMessageSize() : limit);
  }

  // The application's side.

  @Override
  public void start(Listener<A> responseListener, Metadata headers) {
    listener = responseListener;
    if (options.getDeadline() != null) {
      if (options.getDeadline().isExpired()) {
        executor.execute(() -> close(Status.DEADLINE_EXCEEDED, new Metadata()));
        return;
      }
      deadline = options.getDeadline().runOnExpiration(
          () -> end(Status.DEADLINE_EXCEEDED.withDescription("no answer from the peer in time")), channel.timer());
    }
    List<Header> request =
        GrpcHeaders.request(channel.authority(), method.getFullMethodName(), headers, options);
    // Known to this call before the peer can answer.
    Stream opening = new Stream(channel.connection(), this, request);
    stream = opening;
    opening.open();
  }

  @Override
  public void request(int numMessages) {
    executor.execute(() -> {
      wanted += numMessages;
      deliver();
    });
  }

  @Override
  public void sendMessage(Q message) {
    try (InputStream in = method.streamRequest(message)) {
      byte[] bytes = in.readAllBytes();
      ByteBuffer framed = ByteBuffer.allocate(MESSAGE_HEAD + bytes.length);
      framed.put((byte) 0).putInt(bytes.length).put(bytes);
      ifOpen(s -> s.send(framed.flip(), false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void halfClose() {
    ifOpen(s -> s.send(ByteBuffer.allocate(0), true));
  }

  @Override
  public void cancel(@Nullable String message, @Nullable Throwable cause) {
    end(Status.CANCELLED.withDescription(message == null ? "the call was cancelled" : message).withCause(cause));
  }

  @Override
  public boolean isReady() {
    Stream open = stream;
    return open != null && open.isWritable();
  }

  // The stream's side.

  @Override
  public void onHeaders(List<Header> headers, boolean end) {
    executor.execute(() -> {
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
    executor.execute(() -> {
      if (data.length > 0) {
        body.add(data);
      }
      deliver();
      if (end) {
        fail(Status.INTERNAL.withDescription("the answer ended without trailers"));
      }
    });
  }

  @Override
  public void onClosed(Status status) {
    executor.execute(() -> close(status, new Metadata()));
  }

  @Override
  public void onWritable() {
    executor.execute(() -> {
      if (!closed && listener != null) {
        listener.onReady();
      }
    });
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
    try {
      while (!closed && wanted > 0) {
        byte[] message = nextMessage();
        if (message == null) {
          break;
        }
        wanted--;
        listener().onMessage(method.parseResponse(new ByteArrayInputStream(message)));
      }
    } catch (StatusRuntimeException e) {
      fail(e.getStatus());
    } catch (RuntimeException e) {
      fail(Status.CANCELLED.withDescription("the listener failed").withCause(e));
    }
    if (trailers != null && body.isEmpty() && deframer.isBetweenMessages()) {
      close(GrpcHeaders.status(trailers), GrpcHeaders.metadata(trailers));
    } else if (trailers != null && wanted > 0) {
      fail(Status.INTERNAL.withDescription("the answer ended inside a message"));
    }
  }

  private byte @Nullable [] nextMessage() {
    while (true) {
      byte[] message = deframer.next();
      if (message != null || body.isEmpty()) {
        return message;
      }
      byte[] part = body.removeFirst();
      deframer.add(part);
      ifOpen(s -> s.consumed(part.length));
    }
  }

  private void fail(Status status) {
    ifOpen(s -> s.reset(ErrorCode.CANCEL));
    close(status, new Metadata());
  }

  private void close(Status status, Metadata metadata) {
    if (closed) {
      return;
    }
    closed = true;
    body.clear();
    if (deadline != null) {
      deadline.cancel(false);
    }
    // Where the answer came before the question was finished, the rest of the question is not wanted.
    ifOpen(s -> s.reset(ErrorCode.NO_ERROR));
    listener().onClose(status, metadata);
  }

  private void end(Status status) {
    ifOpen(s -> s.reset(ErrorCode.CANCEL));
    executor.execute(() -> close(status, new Metadata()));
  }

  private Listener<A> listener() {
    if (listener == null) {
      throw new IllegalStateException("the call was not started");
    }
    return listener;
  }

  private void ifOpen(Consumer<Stream> action) {
    Stream open = stream;
    if (open != null) {
      action.accept(open);
    }
  }
}
