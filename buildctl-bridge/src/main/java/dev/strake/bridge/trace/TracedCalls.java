package dev.strake.bridge.trace;

import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each call on a connection its span, and tells the peer of it. Thread-safe. */
public final class TracedCalls implements ClientInterceptor {

  private static final String ADDRESS = "server.address";
  private static final String PORT = "server.port";
  private static final String STATUS = "rpc.response.status_code";

  private final Tracer tracer;
  private final String peer;
  private final Set<ClientCall<?, ?>> running = new HashSet<>();
  private volatile boolean used;
  private volatile boolean answered;

  /** @param peer the address that calls go to, where the connection does not know a port */
  public TracedCalls(Tracer tracer, String peer) {
    this.tracer = tracer;
    this.peer = peer;
  }

  /** For calls that only say which trace they belong to. */
  public static ClientInterceptor attaching(TraceContext context) {
    return new ClientInterceptor() {
      @Override
      public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
          @Override
          public void start(Listener<A> listener, Metadata headers) {
            TraceHeaders.write(context, headers);
            super.start(listener, headers);
          }
        };
      }
    };
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new TracedCall<>(next.newCall(method, options), method.getFullMethodName());
  }

  /** Whether a call has been made. */
  public boolean used() {
    return used;
  }

  /** Whether a call has had an answer: there is somebody. */
  public boolean answered() {
    return answered;
  }

  /** Waits for the calls that still run, such as one that the peer is about to end, and then breaks them off. */
  public void finish(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    List<ClientCall<?, ?>> left;
    synchronized (running) {
      try {
        for (long rest = patience.toMillis(); rest > 0 && !running.isEmpty(); ) {
          running.wait(rest);
          rest = (end - System.nanoTime()) / 1_000_000;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      left = List.copyOf(running);
    }
    left.forEach(call -> call.cancel("the client is closed", null));
  }

  private void ended(ClientCall<?, ?> call) {
    synchronized (running) {
      running.remove(call);
      running.notifyAll();
    }
  }

  private final class TracedCall<Q, A> extends SimpleForwardingClientCall<Q, A> {

    private final RunningSpan span;

    TracedCall(ClientCall<Q, A> call, String method) {
      super(call);
      span = tracer.call(method);
    }

    @Override
    public void start(Listener<A> listener, Metadata headers) {
      TraceHeaders.write(span.context(), headers);
      used = true;
      synchronized (running) {
        running.add(this);
      }
      super.start(
          new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onClose(Status status, Metadata trailers) {
              // Before whoever waits for the call goes on.
              end(status);
              super.onClose(status, trailers);
            }
          },
          headers);
    }

    private void end(Status status) {
      if (status.getCode() != Status.Code.UNAVAILABLE) {
        answered = true;
        tellPeer(getAttributes());
      }
      if (!status.isOk()) {
        span.fail(reason(status));
      }
      span.with(Attribute.of(STATUS, status.getCode().name()));
      span.end();
      ended(this);
    }

    private void tellPeer(Attributes connection) {
      if (connection.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress address) {
        String host = address.getAddress() == null ? address.getHostString() : address.getAddress().getHostAddress();
        span.with(Attribute.of(ADDRESS, host)).with(Attribute.of(PORT, address.getPort()));
      } else {
        span.with(Attribute.of(ADDRESS, peer));
      }
    }
  }

  /** As Go says it where this side has ended the call. */
  private static String reason(Status status) {
    return switch (status.getCode()) {
      case CANCELLED -> "context canceled";
      case DEADLINE_EXCEEDED -> "context deadline exceeded";
      default -> orEmpty(status.getDescription());
    };
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
