package dev.strake.bridge.session;

import dev.strake.bridge.error.GrpcErrors;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/**
 * Tells a service's errors as the reference's client does, whose messages hold what its gRPC prints of an error that
 * has a code: a daemon shows them to users.
 */
final class GoErrors implements ServerInterceptor {

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            super.close(told(status), trailers);
          }
        },
        headers);
  }

  private static Status told(Status status) {
    boolean plain = status.isOk() || status.getCode() == Status.Code.UNKNOWN || status.getDescription() == null;
    return plain
        ? status
        : status.withDescription(GrpcErrors.asGoPrints(status.getCode().value(), status.getDescription()));
  }
}
