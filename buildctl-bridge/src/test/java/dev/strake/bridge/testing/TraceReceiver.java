package dev.strake.bridge.testing;

import dev.strake.bridge.testing.otlp.ExportTraceServiceRequest;
import dev.strake.bridge.testing.otlp.ExportTraceServiceResponse;
import dev.strake.bridge.testing.otlp.TraceServiceGrpc;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** Takes spans, and keeps them. */
public final class TraceReceiver extends TraceServiceGrpc.TraceServiceImplBase {

  private final List<ExportTraceServiceRequest> requests = new ArrayList<>();

  @Override
  public void export(ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
    synchronized (requests) {
      requests.add(request);
    }
    answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
    answer.onCompleted();
  }

  /** What has come so far. */
  public List<ExportTraceServiceRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }
}
