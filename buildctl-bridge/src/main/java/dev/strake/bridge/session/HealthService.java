package dev.strake.bridge.session;

import dev.strake.bridge.proto.health.HealthCheckRequest;
import dev.strake.bridge.proto.health.HealthCheckResponse;
import dev.strake.bridge.proto.health.HealthCheckResponse.ServingStatus;
import dev.strake.bridge.proto.health.HealthGrpc;
import dev.strake.bridge.proto.health.HealthListRequest;
import dev.strake.bridge.proto.health.HealthListResponse;
import io.grpc.stub.StreamObserver;

/** Tells the daemon, every few seconds, that this side lives. */
final class HealthService extends HealthGrpc.HealthImplBase {

  private static final HealthCheckResponse SERVING =
      HealthCheckResponse.newBuilder().setStatus(ServingStatus.SERVING).build();

  @Override
  public void check(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
    answer.onNext(SERVING);
    answer.onCompleted();
  }

  /** The whole server, which has no name, is all that there is a status of. */
  @Override
  public void list(HealthListRequest request, StreamObserver<HealthListResponse> answer) {
    answer.onNext(HealthListResponse.newBuilder().putStatuses("", SERVING).build());
    answer.onCompleted();
  }

  /** The status never changes, so the stream stays open behind its first message. */
  @Override
  public void watch(HealthCheckRequest request, StreamObserver<HealthCheckResponse> answer) {
    answer.onNext(SERVING);
  }
}
