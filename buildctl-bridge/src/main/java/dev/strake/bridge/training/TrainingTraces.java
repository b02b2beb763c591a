package dev.strake.bridge.training;

import dev.strake.bridge.trace.GrpcExporter;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;

/** Where a daemon takes its clients' spans; here, they are forgotten. */
final class TrainingTraces {

  private static final byte[] ALL_TAKEN = {};

  private TrainingTraces() {}

  static ServerServiceDefinition service() {
    return ServerServiceDefinition.builder(String.valueOf(GrpcExporter.method().getServiceName()))
        .addMethod(
            GrpcExporter.method(),
            ServerCalls.asyncUnaryCall(
                (request, answer) -> {
                  answer.onNext(ALL_TAKEN);
                  answer.onCompleted();
                }))
        .build();
  }
}
