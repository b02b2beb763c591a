package dev.strake.bridge.session;

import com.google.protobuf.Empty;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.content.ContentException;
import dev.strake.bridge.content.ContentException.Kind;
import dev.strake.bridge.content.ContentStore;
import dev.strake.bridge.content.IngestStatus;
import dev.strake.bridge.content.StoredBlob;
import dev.strake.bridge.proto.content.AbortRequest;
import dev.strake.bridge.proto.content.ContentGrpc;
import dev.strake.bridge.proto.content.DeleteContentRequest;
import dev.strake.bridge.proto.content.Info;
import dev.strake.bridge.proto.content.InfoRequest;
import dev.strake.bridge.proto.content.InfoResponse;
import dev.strake.bridge.proto.content.ListContentRequest;
import dev.strake.bridge.proto.content.ListContentResponse;
import dev.strake.bridge.proto.content.ListStatusesRequest;
import dev.strake.bridge.proto.content.ListStatusesResponse;
import dev.strake.bridge.proto.content.ReadContentRequest;
import dev.strake.bridge.proto.content.ReadContentResponse;
import dev.strake.bridge.proto.content.Status;
import dev.strake.bridge.proto.content.StatusRequest;
import dev.strake.bridge.proto.content.StatusResponse;
import dev.strake.bridge.proto.content.UpdateRequest;
import dev.strake.bridge.proto.content.UpdateResponse;
import dev.strake.bridge.proto.content.WriteContentRequest;
import dev.strake.bridge.proto.content.WriteContentResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Lets the daemon read and write blobs in folders of this side: OCI layouts and local caches. Which store is meant,
 * a call's header says.
 */
final class ContentService extends ContentGrpc.ContentImplBase {

  private static final String STORE_HEADER = "buildkit-attachable-store-id";
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int LIST_BLOCK = 100;

  private final Map<String, OfferedStore> stores;
  private final Executor executor;

  /**
   * A service.
   *
   * @param executor runs reads, which wait for the daemon to take what was read
   */
  ContentService(Map<String, OfferedStore> stores, Executor executor) {
    this.stores = Map.copyOf(stores);
    this.executor = executor;
  }

  private ContentStore readable() throws ContentException {
    return chosen().store();
  }

  ContentStore writable() throws ContentException {
    OfferedStore chosen = chosen();
    if (!chosen.writable()) {
      throw new ContentException(Kind.PERMISSION_DENIED, "the store is offered for reading only");
    }
    return chosen.store();
  }

  private OfferedStore chosen() throws ContentException {
    String id =
        CallHeaders.current()
            .first(STORE_HEADER)
            .orElseThrow(
                () ->
                    new ContentException(
                        Kind.INVALID_ARGUMENT,
                        "request lacks metadata \"" + STORE_HEADER + "\": invalid argument"));
    OfferedStore store = stores.get(id);
    if (store == null) {
      throw new ContentException(Kind.NOT_FOUND, "unknown store " + id + ": not found");
    }
    return store;
  }

  @Override
  public void info(InfoRequest request, StreamObserver<InfoResponse> answer) {
    answer(
        answer,
        () -> {
          StoredBlob found = readable().info(BlobDigest.parse(request.getDigest()));
          return InfoResponse.newBuilder().setInfo(info(found)).build();
        });
  }

  @Override
  public void update(UpdateRequest request, StreamObserver<UpdateResponse> answer) {
    answer(
        answer,
        () -> {
          throw new ContentException(
              Kind.FAILED_PRECONDITION, "update not supported on immutable content store: failed precondition");
        });
  }

  @Override
  public void list(ListContentRequest request, StreamObserver<ListContentResponse> answer) {
    try {
      if (request.getFiltersCount() > 0) {
        throw new ContentException(Kind.INVALID_ARGUMENT, "filters are not supported: invalid argument");
      }
      List<StoredBlob> blobs = readable().list();
      for (int i = 0; i < blobs.size(); i += LIST_BLOCK) {
        List<StoredBlob> block = blobs.subList(i, Math.min(blobs.size(), i + LIST_BLOCK));
        answer.onNext(
            ListContentResponse.newBuilder()
                .addAllInfo(block.stream().map(ContentService::info).toList())
                .build());
      }
      answer.onCompleted();
    } catch (IOException e) {
      answer.onError(ContentErrors.of(e));
    }
  }

  @Override
  public void delete(DeleteContentRequest request, StreamObserver<Empty> answer) {
    answer(
        answer,
        () -> {
          throw new ContentException(Kind.PERMISSION_DENIED, "blobs of this side are not the daemon's to delete");
        });
  }

  @Override
  public void read(ReadContentRequest request, StreamObserver<ReadContentResponse> answer) {
    CallOutput<ReadContentResponse> output =
        new CallOutput<>((ServerCallStreamObserver<ReadContentResponse>) answer);
    ((ServerCallStreamObserver<ReadContentResponse>) answer).setOnCancelHandler(output::abandon);
    try {
      ContentStore store = readable();
      executor.execute(() -> send(store, request, output));
    } catch (ContentException e) {
      output.fail(ContentErrors.of(e));
    }
  }

  private static void send(ContentStore store, ReadContentRequest request, CallOutput<ReadContentResponse> output) {
    try (FileChannel blob = store.open(BlobDigest.parse(request.getDigest()))) {
      long size = blob.size();
      long position = Math.max(0, request.getOffset());
      if (position > size) {
        throw new ContentException(Kind.OUT_OF_RANGE, "read past object length " + size + " bytes");
      }
      long wanted = request.getSize();
      long end = wanted <= 0 || wanted > size - position ? size : position + wanted;
      long sent = 0;
      while (position < end) {
        ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(CHUNK_BYTES, end - position));
        int read = blob.read(chunk, position);
        if (read < 0) {
          break;
        }
        output.send(
            ReadContentResponse.newBuilder()
                .setOffset(sent)
                .setData(UnsafeByteOperations.unsafeWrap(chunk.flip()))
                .build());
        position += read;
        sent += read;
      }
      output.complete();
    } catch (IOException | RuntimeException | Error e) {
      output.fail(ContentErrors.of(e));
    }
  }

  @Override
  public void status(StatusRequest request, StreamObserver<StatusResponse> answer) {
    answer(
        answer,
        () -> StatusResponse.newBuilder().setStatus(status(readable().status(request.getRef()))).build());
  }

  @Override
  public void listStatuses(ListStatusesRequest request, StreamObserver<ListStatusesResponse> answer) {
    answer(
        answer,
        () ->
            ListStatusesResponse.newBuilder()
                .addAllStatuses(readable().statuses().stream().map(ContentService::status).toList())
                .build());
  }

  @Override
  public StreamObserver<WriteContentRequest> write(StreamObserver<WriteContentResponse> answer) {
    return new ContentWrite(this, (ServerCallStreamObserver<WriteContentResponse>) answer);
  }

  @Override
  public void abort(AbortRequest request, StreamObserver<Empty> answer) {
    answer(
        answer,
        () -> {
          writable().abort(request.getRef());
          return Empty.getDefaultInstance();
        });
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private static <T> void answer(StreamObserver<T> answer, Work<T> work) {
    T message;
    try {
      message = work.run();
    } catch (IOException e) {
      answer.onError(ContentErrors.of(e));
      return;
    }
    answer.onNext(message);
    answer.onCompleted();
  }

  private static Info info(StoredBlob blob) {
    return Info.newBuilder()
        .setDigest(blob.digest().toString())
        .setSize(blob.size())
        .setCreatedAt(timestamp(blob.created()))
        .setUpdatedAt(timestamp(blob.updated()))
        .build();
  }

  private static Status status(IngestStatus status) {
    return Status.newBuilder()
        .setRef(status.ref())
        .setOffset(status.offset())
        .setTotal(status.total())
        .setStartedAt(timestamp(status.started()))
        .setUpdatedAt(timestamp(status.updated()))
        .build();
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).setNanos(instant.getNano()).build();
  }
}
