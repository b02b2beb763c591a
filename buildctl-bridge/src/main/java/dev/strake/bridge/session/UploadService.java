package dev.strake.bridge.session;

import com.google.protobuf.UnsafeByteOperations;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.proto.upload.BytesMessage;
import dev.strake.bridge.proto.upload.UploadGrpc;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Gives the daemon the streams that it was promised, each once. */
final class UploadService extends UploadGrpc.UploadImplBase {

  private static final int CHUNK_BYTES = 256 * 1024;

  private final Map<String, UploadSource> waiting;
  private final Executor executor;

  /**
   * A service.
   *
   * @param executor reads the streams, which may block
   */
  UploadService(Map<String, UploadSource> sources, Executor executor) {
    this.waiting = new ConcurrentHashMap<>(sources);
    this.executor = executor;
  }

  @Override
  public StreamObserver<BytesMessage> pull(StreamObserver<BytesMessage> answers) {
    ServerCallStreamObserver<BytesMessage> call = (ServerCallStreamObserver<BytesMessage>) answers;
    CallOutput<BytesMessage> output = new CallOutput<>(call);
    call.setOnCancelHandler(output::abandon);
    String path = CallHeaders.current().first("urlpath").orElse("");
    String id = path.substring(path.lastIndexOf('/') + 1);
    UploadSource source = waiting.remove(id);
    if (source == null) {
      output.fail(unknown("no http response from session for " + id));
    } else {
      executor.execute(() -> send(source, output));
    }
    return new Ignored(output);
  }

  private static void send(UploadSource source, CallOutput<BytesMessage> output) {
    try (InputStream stream = source.stream()) {
      while (true) {
        byte[] chunk = stream.readNBytes(CHUNK_BYTES);
        if (chunk.length == 0) {
          break;
        }
        output.send(BytesMessage.newBuilder().setData(UnsafeByteOperations.unsafeWrap(chunk)).build());
      }
      output.complete();
    } catch (IOException | RuntimeException | Error e) {
      output.fail(unknown(FileErrors.describe(e)));
    }
  }

  private static RuntimeException unknown(String message) {
    return Status.UNKNOWN.withDescription(message).asRuntimeException();
  }

  /** The daemon has nothing to say. */
  private record Ignored(CallOutput<BytesMessage> output) implements StreamObserver<BytesMessage> {
    @Override
    public void onNext(BytesMessage ignored) {}

    @Override
    public void onError(Throwable broken) {
      output.abandon();
    }

    @Override
    public void onCompleted() {}
  }
}
