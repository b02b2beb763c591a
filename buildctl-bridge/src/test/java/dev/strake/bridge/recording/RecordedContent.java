package dev.strake.bridge.recording;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.content.ContentGrpc;
import dev.strake.bridge.proto.content.Info;
import dev.strake.bridge.proto.content.InfoRequest;
import dev.strake.bridge.proto.content.InfoResponse;
import dev.strake.bridge.proto.content.ReadContentRequest;
import dev.strake.bridge.proto.content.ReadContentResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** A daemon's blobs: one. */
final class RecordedContent extends ContentGrpc.ContentImplBase {

  private static final ByteString BLOB = ByteString.copyFromUtf8("a blob\n");

  @Override
  public void info(InfoRequest request, StreamObserver<InfoResponse> answer) {
    if (!request.getDigest().equals(Answers.BLOB)) {
      answer.onError(Status.NOT_FOUND.withDescription("content " + request.getDigest() + ": not found").asException());
      return;
    }
    Info info = Info.newBuilder().setDigest(Answers.BLOB).setSize(BLOB.size()).build();
    answer.onNext(InfoResponse.newBuilder().setInfo(info).build());
    answer.onCompleted();
  }

  @Override
  public void read(ReadContentRequest request, StreamObserver<ReadContentResponse> answer) {
    int from = (int) Math.min(request.getOffset(), BLOB.size());
    answer.onNext(ReadContentResponse.newBuilder().setOffset(from).setData(BLOB.substring(from)).build());
    answer.onCompleted();
  }
}
