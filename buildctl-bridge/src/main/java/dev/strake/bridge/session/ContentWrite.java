package dev.strake.bridge.session;

import dev.strake.bridge.content.BlobDigest;
import dev.strake.bridge.content.ContentException;
import dev.strake.bridge.content.ContentException.Kind;
import dev.strake.bridge.content.ContentStore;
import dev.strake.bridge.content.Ingest;
import dev.strake.bridge.proto.content.WriteAction;
import dev.strake.bridge.proto.content.WriteContentRequest;
import dev.strake.bridge.proto.content.WriteContentResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One blob on its way into a store. The daemon waits for the answer to each of its messages. */
final class ContentWrite implements StreamObserver<WriteContentRequest> {

  private final ContentService service;
  private final ServerCallStreamObserver<WriteContentResponse> call;
  private @Nullable Ingest ingest;
  private @Nullable ContentStore store;
  private long total;
  private Optional<BlobDigest> expected = Optional.empty();
  private boolean ended;

  ContentWrite(ContentService service, ServerCallStreamObserver<WriteContentResponse> call) {
    this.service = service;
    this.call = call;
    call.setOnCancelHandler(this::end);
  }

  @Override
  public void onNext(WriteContentRequest request) {
    if (ended) {
      return;
    }
    try {
      accept(request);
    } catch (IOException e) {
      end();
      call.onError(ContentErrors.of(e));
    }
  }

  private void accept(WriteContentRequest request) throws IOException {
    Ingest open = ingest == null ? begin(request) : ingest;
    if (!request.getExpected().isEmpty()) {
      expected = Optional.of(BlobDigest.parse(request.getExpected()));
      requireNew(open);
    }
    if (request.getTotal() > 0) {
      total = request.getTotal();
    }
    WriteContentResponse.Builder response = WriteContentResponse.newBuilder().setAction(request.getAction());
    switch (request.getAction()) {
      case STAT ->
          response
              .setStartedAt(ContentService.timestamp(open.started()))
              .setUpdatedAt(ContentService.timestamp(open.updated()))
              .setTotal(total);
      case WRITE, COMMIT -> write(open, request);
      case UNRECOGNIZED -> throw new ContentException(Kind.INVALID_ARGUMENT, "unknown write action");
    }
    response.setOffset(open.offset());
    if (request.getAction() == WriteAction.COMMIT) {
      call.onNext(response.setDigest(open.commit(total, expected).toString()).build());
      end();
      call.onCompleted();
    } else {
      // To tell it after each of many small writes would cost more than the writes.
      if (request.getAction() == WriteAction.STAT) {
        response.setDigest(open.digest().toString());
      }
      call.onNext(response.build());
    }
  }

  private Ingest begin(WriteContentRequest first) throws IOException {
    if (first.getRef().isEmpty()) {
      throw new ContentException(Kind.INVALID_ARGUMENT, "first message must have a reference");
    }
    Optional<BlobDigest> digest =
        first.getExpected().isEmpty() ? Optional.empty() : Optional.of(BlobDigest.parse(first.getExpected()));
    total = first.getTotal();
    store = service.writable();
    ingest = store.ingest(first.getRef(), total, digest);
    return ingest;
  }

  private void requireNew(Ingest open) throws IOException {
    if (store != null && store.find(expected.orElseThrow()).isPresent()) {
      open.close();
      store.abort(open.ref());
      throw new ContentException(
          Kind.ALREADY_EXISTS, "blob with expected digest " + expected.get() + " exists");
    }
  }

  private static void write(Ingest open, WriteContentRequest request) throws IOException {
    if (request.getOffset() > 0 && request.getOffset() != open.offset()) {
      throw new ContentException(
          Kind.OUT_OF_RANGE,
          "write @" + request.getOffset() + " must occur at current offset " + open.offset());
    }
    if (request.getOffset() == 0 && open.offset() > 0) {
      open.restart();
    }
    for (ByteBuffer part : request.getData().asReadOnlyByteBufferList()) {
      open.write(part);
    }
  }

  @Override
  public void onError(Throwable broken) {
    end();
  }

  @Override
  public void onCompleted() {
    if (!ended) {
      end();
      call.onCompleted();
    }
  }

  private void end() {
    ended = true;
    if (ingest != null) {
      try {
        ingest.close();
      } catch (IOException e) {
        // What was written so far is of no use then, and is thrown away with the session.
      }
    }
  }
}
