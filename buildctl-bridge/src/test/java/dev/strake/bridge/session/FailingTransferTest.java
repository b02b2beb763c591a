package dev.strake.bridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.content.ContentStore;
import dev.strake.bridge.fsutil.LocalTree;
import dev.strake.bridge.fsutil.PacketSink;
import dev.strake.bridge.fsutil.TreeFilter;
import dev.strake.bridge.fsutil.TreeSender;
import dev.strake.bridge.proto.content.ReadContentRequest;
import dev.strake.bridge.proto.content.ReadContentResponse;
import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.upload.BytesMessage;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake of this side's in the middle of a transfer ends it: nobody else would ever tell the daemon. */
class FailingTransferTest {

  private static final String DIGEST = "b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

  @TempDir Path folder;

  @Test
  void uploadsEnd() {
    FailingCall<BytesMessage> call = new FailingCall<>();
    UploadSource source = new UploadSource("one", new ByteArrayInputStream(new byte[10]));
    UploadService service = new UploadService(Map.of("one", source), Runnable::run);
    withHeader("urlpath", "/one", () -> service.pull(call));
    call.requireFailed();
  }

  @Test
  void readsOfBlobsEnd() throws Exception {
    Path blob = folder.resolve("blobs/sha256").resolve(DIGEST);
    Files.createDirectories(blob.getParent());
    Files.writeString(blob, "hello world");
    FailingCall<ReadContentResponse> call = new FailingCall<>();
    try (ContentStore store = ContentStore.make(folder)) {
      ContentService service = new ContentService(Map.of("oci", new OfferedStore(store, false)), Runnable::run);
      ReadContentRequest request = ReadContentRequest.newBuilder().setDigest("sha256:" + DIGEST).build();
      withHeader("buildkit-attachable-store-id", "oci", () -> service.read(request, call));
    }
    call.requireFailed();
  }

  @Test
  void foldersEndWhileTheyAreListed() throws Exception {
    FailingCall<Packet> call = new FailingCall<>();
    transfer(call, readers -> {}).run(sender(packet -> raise()));
    call.requireFailed();
  }

  @Test
  void foldersEndWhileAFileIsRead() throws Exception {
    FailingCall<Packet> call = new FailingCall<>();
    List<Runnable> readers = new ArrayList<>();
    FileSyncTransfer transfer = transfer(call, readers::add);
    transfer.run(
        sender(packet -> {
          if (packet.getType() == PacketType.PACKET_DATA) {
            raise();
          }
        }));
    transfer.onNext(Packet.newBuilder().setType(PacketType.PACKET_REQ).setId(0).build());
    readers.getFirst().run();
    call.requireFailed();
  }

  private TreeSender sender(PacketSink sink) throws Exception {
    Files.writeString(folder.resolve("file"), "content");
    LocalTree tree = LocalTree.of(folder);
    return new TreeSender(tree, TreeFilter.of(tree, List.of(), List.of(), Optional.empty()), sink);
  }

  private static FileSyncTransfer transfer(FailingCall<Packet> call, Executor readers) {
    call.messagesFail = false;
    return new FileSyncTransfer(new PacketStream<>(call, packet -> packet), readers);
  }

  private static void raise() {
    throw new IllegalStateException("of the test");
  }

  /** Runs as a call with this header does. */
  private static void withHeader(String name, String value, Runnable body) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER), value);
    ServerCall<Object, Object> none = null;
    CallHeaders.interceptor().interceptCall(
        none,
        headers,
        (call, given) -> {
          body.run();
          return new ServerCall.Listener<>() {};
        });
  }

  /** Takes no message, and keeps how it ends. */
  private static final class FailingCall<T> extends ServerCallStreamObserver<T> {
    private boolean messagesFail = true;
    private Throwable error;

    void requireFailed() {
      assertThat(error).isNotNull();
      Status status = Status.fromThrowable(error);
      assertThat(status.getCode()).isEqualTo(Status.Code.UNKNOWN);
      assertThat(status.getDescription()).contains("of the test");
    }

    @Override
    public void onNext(T message) {
      if (messagesFail) {
        raise();
      }
    }

    @Override
    public void onError(Throwable told) {
      error = told;
    }

    @Override
    public void onCompleted() {}

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public void setOnCancelHandler(Runnable handler) {}

    @Override
    public void setOnReadyHandler(Runnable handler) {}

    @Override
    public void setCompression(String compression) {}

    @Override
    public void disableAutoInboundFlowControl() {}

    @Override
    public void request(int count) {}

    @Override
    public void setMessageCompression(boolean enable) {}
  }
}
