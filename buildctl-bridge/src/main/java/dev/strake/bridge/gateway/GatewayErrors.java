package dev.strake.bridge.gateway;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.GrpcErrors;
import dev.strake.frontend.port.GatewayException;
import io.grpc.StatusRuntimeException;
import java.util.function.Supplier;

/** Makes of a call's failure what the compiler knows. */
final class GatewayErrors {

  private GatewayErrors() {}

  static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (StatusRuntimeException e) {
      throw translate(e);
    }
  }

  private static GatewayException translate(StatusRuntimeException failure) {
    DaemonException translated = GrpcErrors.translate(failure);
    GatewayException.Kind kind =
        switch (translated.kind()) {
          case CANCELLED -> GatewayException.Kind.CANCELLED;
          case INVALID_ARGUMENT -> GatewayException.Kind.INVALID_ARGUMENT;
          case NOT_FOUND -> GatewayException.Kind.NOT_FOUND;
          case PERMISSION_DENIED -> GatewayException.Kind.PERMISSION_DENIED;
          case UNAVAILABLE, TIMEOUT -> GatewayException.Kind.UNAVAILABLE;
          case UNIMPLEMENTED -> GatewayException.Kind.UNIMPLEMENTED;
          case ALREADY_EXISTS, FAILED -> GatewayException.Kind.UNKNOWN;
        };
    return new DaemonRefusal(kind, translated, failure);
  }
}
