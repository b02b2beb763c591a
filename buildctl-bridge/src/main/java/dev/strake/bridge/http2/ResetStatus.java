package dev.strake.bridge.http2;

import io.grpc.Status;

/** What gRPC makes of an HTTP/2 error code (gRPC over HTTP/2, "Errors"). */
final class ResetStatus {

  private ResetStatus() {}

  static Status of(int errorCode) {
    Status status =
        switch (errorCode) {
          case ErrorCode.REFUSED_STREAM -> Status.UNAVAILABLE;
          case ErrorCode.CANCEL -> Status.CANCELLED;
          case ErrorCode.ENHANCE_YOUR_CALM -> Status.RESOURCE_EXHAUSTED;
          default -> Status.INTERNAL;
        };
    return status.withDescription("the peer reset the stream, HTTP/2 error code " + errorCode);
  }
}
