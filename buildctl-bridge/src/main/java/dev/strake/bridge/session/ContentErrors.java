package dev.strake.bridge.session;

import dev.strake.bridge.content.ContentException;
import dev.strake.bridge.error.GrpcErrors;
import dev.strake.bridge.host.FileErrors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/** From a store's failures to what a call ends with: the daemon acts on the code. */
final class ContentErrors {

  private ContentErrors() {}

  static StatusRuntimeException of(Throwable failure) {
    String message = FileErrors.describe(failure);
    Status status =
        failure instanceof ContentException content
            ? code(content.kind()).toStatus().withDescription(message)
            // The reference gives even these a code, and tells it: see GoErrors.
            : Status.UNKNOWN.withDescription(GrpcErrors.asGoPrints(Status.Code.UNKNOWN.value(), message));
    return status.asRuntimeException();
  }

  private static Status.Code code(ContentException.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> Status.Code.NOT_FOUND;
      case ALREADY_EXISTS -> Status.Code.ALREADY_EXISTS;
      case INVALID_ARGUMENT -> Status.Code.INVALID_ARGUMENT;
      case FAILED_PRECONDITION -> Status.Code.FAILED_PRECONDITION;
      case OUT_OF_RANGE -> Status.Code.OUT_OF_RANGE;
      case UNAVAILABLE -> Status.Code.UNAVAILABLE;
      case PERMISSION_DENIED -> Status.Code.PERMISSION_DENIED;
    };
  }
}
