package dev.strake.bridge.gateway;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.apicaps.APICap;
import dev.strake.bridge.proto.gateway.PingRequest;
import dev.strake.bridge.proto.gateway.PongResponse;
import dev.strake.bridge.proto.gateway.ResolveImageConfigRequest;
import dev.strake.bridge.proto.gateway.ResolveImageConfigResponse;
import dev.strake.bridge.proto.gateway.ResolveSourceMetaRequest;
import dev.strake.bridge.proto.gateway.ResolveSourceMetaResponse;
import dev.strake.bridge.proto.gateway.SolveRequest;
import dev.strake.bridge.proto.gateway.SolveResponse;
import dev.strake.bridge.training.TrainingBridge;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A daemon that lacks some capabilities, and refuses the calls that belong to them. */
final class OldDaemon extends TrainingBridge {

  final List<SolveRequest> solved = new CopyOnWriteArrayList<>();
  private final Set<String> lacking;

  OldDaemon(String dockerfile, Set<String> lacking) {
    super(Map.of("Dockerfile", dockerfile.getBytes(StandardCharsets.UTF_8)));
    this.lacking = lacking;
  }

  @Override
  public void ping(PingRequest request, StreamObserver<PongResponse> answer) {
    super.ping(request, new StreamObserver<>() {
      @Override
      public void onNext(PongResponse full) {
        answer.onNext(
            PongResponse.newBuilder()
                .addAllFrontendApiCaps(full.getFrontendApiCapsList().stream().filter(cap -> has(cap)).toList())
                .addAllLlbCaps(full.getLlbCapsList().stream().filter(cap -> has(cap)).toList())
                .build());
      }

      @Override
      public void onError(Throwable failure) {
        answer.onError(failure);
      }

      @Override
      public void onCompleted() {
        answer.onCompleted();
      }
    });
  }

  private boolean has(APICap cap) {
    return !lacking.contains(cap.getId()) && !lacking.contains("*");
  }

  @Override
  public void solve(SolveRequest request, StreamObserver<SolveResponse> answer) {
    solved.add(request);
    super.solve(request, answer);
  }

  @Override
  public void resolveSourceMeta(ResolveSourceMetaRequest request, StreamObserver<ResolveSourceMetaResponse> answer) {
    if (lacking.contains("source.metaresolver")) {
      answer.onError(Status.UNIMPLEMENTED.asRuntimeException());
    } else {
      super.resolveSourceMeta(request, answer);
    }
  }

  @Override
  public void resolveImageConfig(
      ResolveImageConfigRequest request, StreamObserver<ResolveImageConfigResponse> answer) {
    String config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Env\":[\"OLD=1\"]}}";
    answer.onNext(
        ResolveImageConfigResponse.newBuilder()
            .setDigest("sha256:" + "1".repeat(64))
            .setConfig(ByteString.copyFromUtf8(config))
            .build());
    answer.onCompleted();
  }
}
