package dev.strake.bridge.recording;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.gateway.Ref;
import dev.strake.bridge.proto.gateway.Result;
import dev.strake.bridge.proto.gateway.ReturnRequest;
import dev.strake.bridge.proto.gateway.ReturnResponse;
import dev.strake.bridge.proto.gateway.SolveRequest;
import dev.strake.bridge.proto.gateway.SolveResponse;
import dev.strake.bridge.training.TrainingBridge;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.Map;

/** A gateway whose frontends have all the same result, but for {@code fails}, which has none. */
final class RecordedGateway extends TrainingBridge {

  private final RecordedControl control;

  RecordedGateway(RecordedControl control) {
    super(Map.of());
    this.control = control;
  }

  @Override
  public void solve(SolveRequest request, StreamObserver<SolveResponse> answer) {
    if (request.getFrontend().equals("fails")) {
      answer.onError(Status.UNKNOWN.withDescription("the frontend will not").asException());
      return;
    }
    Result.Builder result = Result.newBuilder().setRef(Ref.newBuilder().setId("tree"));
    if (request.getFrontendOptMap().containsKey("requestid")) {
      result.putMetadata("result.txt", ByteString.copyFromUtf8("an answer\n"));
    }
    answer.onNext(SolveResponse.newBuilder().setResult(result).build());
    answer.onCompleted();
  }

  @Override
  public void return_(ReturnRequest request, StreamObserver<ReturnResponse> answer) {
    control.returned(request);
    super.return_(request, answer);
  }
}
