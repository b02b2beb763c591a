package dev.strake.bridge.trace;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;

/** Gives each call that a daemon makes in a session its span, as a part of the daemon's own. */
public final class TracedServices implements ServerInterceptor {

  /** Asked for all the time, and of no interest. */
  private static final String HEALTH = "Health/Check";

  private static final Context.Key<RunningSpan> CURRENT = Context.key("span");

  private final Tracer tracer;

  public TracedServices(Tracer tracer) {
    this.tracer = tracer;
  }

  /**
   * Begins a part of the call that is being served. It is over when the result is closed.
   *
   * @param name what is done
   */
  public static Part part(String name) {
    RunningSpan call = CURRENT.get();
    Optional<RunningSpan> span = Optional.ofNullable(call).map(of -> of.part(name));
    return new Part() {
      @Override
      public void fail(String reason) {
        span.ifPresent(of -> of.fail(reason));
      }

      @Override
      public void close() {
        span.ifPresent(RunningSpan::end);
      }
    };
  }

  /** A part of a call, until it is closed. */
  public interface Part extends AutoCloseable {

    /** It has gone wrong. */
    void fail(String reason);

    @Override
    void close();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String method = call.getMethodDescriptor().getFullMethodName();
    if (method.endsWith(HEALTH)) {
      return next.startCall(call, headers);
    }
    RunningSpan span = tracer.served(method, TraceHeaders.read(headers));
    // The peer of a connection within a call has no address.
    span.with(Attribute.of("server.address", "localhost"));
    ServerCall<Q, A> traced =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            end(span, status);
            super.close(status, trailers);
          }
        };
    Context context = Context.current().withValue(CURRENT, span);
    return new SimpleForwardingServerCallListener<>(Contexts.interceptCall(context, traced, headers, next)) {
      @Override
      public void onCancel() {
        end(span, Status.CANCELLED);
        super.onCancel();
      }
    };
  }

  private static void end(RunningSpan span, Status status) {
    boolean serversFault =
        switch (status.getCode()) {
          case UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS -> true;
          default -> false;
        };
    if (serversFault) {
      span.fail(TracedCalls.orEmpty(status.getDescription()));
    }
    span.with(Attribute.of("rpc.response.status_code", status.getCode().name()));
    span.end();
  }
}
