package dev.strake.bridge.error;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.bridge.error.DaemonException.Kind;
import dev.strake.bridge.proto.rpc.Status;
import io.grpc.Metadata;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From gRPC's errors to {@link DaemonException}: the one place that knows how the daemon writes errors down. */
public final class GrpcErrors {

  private static final Metadata.Key<byte[]> DETAILS_KEY =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  private GrpcErrors() {}

  /** The failure of a call, in the reference's words; what is no gRPC error keeps its own message. */
  public static DaemonException translate(Throwable failure) {
    if (failure instanceof DaemonException known) {
      return known;
    }
    Optional<Status> wire = statusOf(failure);
    if (wire.isEmpty()) {
      return new DaemonException(Kind.FAILED, String.valueOf(failure.getMessage()), List.of(), failure);
    }
    Status status = wire.get();
    List<ErrorDetail> details = ErrorDetailReader.readAll(status.getDetailsList());
    return new DaemonException(kindOf(status.getCode()), message(status, details), details, failure);
  }

  /** The status that the daemon sent, if the failure or one of its causes came from it. */
  public static Optional<Status> statusOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StatusRuntimeException call) {
        return Optional.of(status(call.getStatus(), call.getTrailers()));
      }
      if (cause instanceof StatusException call) {
        return Optional.of(status(call.getStatus(), call.getTrailers()));
      }
    }
    return Optional.empty();
  }

  /** What another server than gRPC's has answered comes with all its headers, which tell a user nothing. */
  private static String withoutHeaders(String message) {
    int end = message.indexOf('\n');
    return message.startsWith("HTTP status code ") && end > 0 ? message.substring(0, end) : message;
  }

  /** A failure that came from the daemon as Go's gRPC prints it, without what BuildKit makes of it. */
  public static Optional<String> asGoPrints(Throwable failure) {
    return statusOf(failure).map(status -> asGoPrints(status.getCode(), status.getMessage()));
  }

  /** An error of a code as Go's gRPC prints it. */
  public static String asGoPrints(int code, String message) {
    String name = codeName(code);
    return "rpc error: code = " + (name.isEmpty() ? "Unknown" : name) + " desc = " + message;
  }

  private static Status status(io.grpc.Status status, @Nullable Metadata trailers) {
    byte[] bytes = trailers == null ? null : trailers.get(DETAILS_KEY);
    if (bytes != null) {
      try {
        return Status.parseFrom(bytes);
      } catch (InvalidProtocolBufferException e) {
        // The plain code and message still tell most of it.
      }
    }
    String message = status.getDescription();
    if (message == null) {
      Throwable cause = status.getCause();
      message = cause == null || cause.getMessage() == null ? "" : cause.getMessage();
    }
    return Status.newBuilder().setCode(status.getCode().value()).setMessage(withoutHeaders(message)).build();
  }

  /** The code stands in front of the message unless it says nothing; two details put themselves in front of both. */
  private static String message(Status status, List<ErrorDetail> details) {
    String name = codeName(status.getCode());
    String message = name.isEmpty() ? status.getMessage() : name + ": " + status.getMessage();
    for (ErrorDetail detail : details) {
      message =
          switch (detail) {
            case ErrorDetail.Subrequest request -> "unsupported request " + request.name() + ": " + message;
            case ErrorDetail.FrontendCap cap -> "unsupported frontend capability " + cap.name() + ": " + message;
            case ErrorDetail.Source source -> message;
            case ErrorDetail.Vertex vertex -> message;
            case ErrorDetail.Solve solve -> message;
            case ErrorDetail.Frontend frontend -> message;
          };
    }
    return message;
  }

  private static Kind kindOf(int code) {
    return switch (io.grpc.Status.fromCodeValue(code).getCode()) {
      case CANCELLED -> Kind.CANCELLED;
      case INVALID_ARGUMENT, OUT_OF_RANGE, FAILED_PRECONDITION -> Kind.INVALID_ARGUMENT;
      case NOT_FOUND -> Kind.NOT_FOUND;
      case ALREADY_EXISTS -> Kind.ALREADY_EXISTS;
      case PERMISSION_DENIED, UNAUTHENTICATED -> Kind.PERMISSION_DENIED;
      case UNAVAILABLE -> Kind.UNAVAILABLE;
      case DEADLINE_EXCEEDED -> Kind.TIMEOUT;
      case UNIMPLEMENTED -> Kind.UNIMPLEMENTED;
      case OK, UNKNOWN, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, DATA_LOSS -> Kind.FAILED;
    };
  }

  /** The code as Go's gRPC prints it; empty for the two that say nothing. */
  private static String codeName(int code) {
    return switch (io.grpc.Status.fromCodeValue(code).getCode()) {
      case OK, UNKNOWN -> "";
      case CANCELLED -> "Canceled";
      case INVALID_ARGUMENT -> "InvalidArgument";
      case DEADLINE_EXCEEDED -> "DeadlineExceeded";
      case NOT_FOUND -> "NotFound";
      case ALREADY_EXISTS -> "AlreadyExists";
      case PERMISSION_DENIED -> "PermissionDenied";
      case RESOURCE_EXHAUSTED -> "ResourceExhausted";
      case FAILED_PRECONDITION -> "FailedPrecondition";
      case ABORTED -> "Aborted";
      case OUT_OF_RANGE -> "OutOfRange";
      case UNIMPLEMENTED -> "Unimplemented";
      case INTERNAL -> "Internal";
      case UNAVAILABLE -> "Unavailable";
      case DATA_LOSS -> "DataLoss";
      case UNAUTHENTICATED -> "Unauthenticated";
    };
  }
}
