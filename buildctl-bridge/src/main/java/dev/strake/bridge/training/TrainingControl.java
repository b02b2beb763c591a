package dev.strake.bridge.training;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.strake.bridge.http2.PipeChannel;
import dev.strake.bridge.proto.control.BytesMessage;
import dev.strake.bridge.proto.control.ControlGrpc;
import dev.strake.bridge.proto.control.InfoRequest;
import dev.strake.bridge.proto.control.InfoResponse;
import dev.strake.bridge.proto.control.ListWorkersRequest;
import dev.strake.bridge.proto.control.ListWorkersResponse;
import dev.strake.bridge.proto.control.SolveRequest;
import dev.strake.bridge.proto.control.SolveResponse;
import dev.strake.bridge.proto.control.StatusRequest;
import dev.strake.bridge.proto.control.StatusResponse;
import dev.strake.bridge.proto.control.Vertex;
import dev.strake.bridge.proto.control.VertexLog;
import dev.strake.bridge.proto.control.VertexStatus;
import dev.strake.bridge.proto.filesync.FileSyncGrpc;
import dev.strake.bridge.proto.fsutil.Packet;
import dev.strake.bridge.proto.fsutil.Packet.PacketType;
import dev.strake.bridge.proto.gateway.ReturnRequest;
import dev.strake.bridge.proto.worker.BuildkitVersion;
import dev.strake.bridge.proto.worker.WorkerRecord;
import dev.strake.llb.pb.Platform;
import io.grpc.Metadata;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A daemon's control service that builds nothing: it reads the build's folders, tells of some steps, and is done.
 *
 * <p>One build at a time.
 */
final class TrainingControl extends ControlGrpc.ControlImplBase {

  private static final int PATIENCE_SECONDS = 30;

  private final CompletableFuture<ReturnRequest> returned;
  private final BlockingQueue<PipeChannel> sessions = new LinkedBlockingQueue<>();
  private final BlockingQueue<CountDownLatch> builds = new LinkedBlockingQueue<>();

  /** @param returned what the build's function gives back */
  TrainingControl(CompletableFuture<ReturnRequest> returned) {
    this.returned = returned;
  }

  @Override
  public void info(InfoRequest request, StreamObserver<InfoResponse> answer) {
    give(answer, InfoResponse.getDefaultInstance());
  }

  @Override
  public void listWorkers(ListWorkersRequest request, StreamObserver<ListWorkersResponse> answer) {
    WorkerRecord worker =
        WorkerRecord.newBuilder()
            .setId("w")
            .putLabels("a", "b")
            .setBuildkitVersion(BuildkitVersion.newBuilder().setVersion("v0"))
            .addPlatforms(Platform.newBuilder().setOS("linux").setArchitecture("amd64"))
            .build();
    give(answer, ListWorkersResponse.newBuilder().addRecord(worker).build());
  }

  @Override
  public StreamObserver<BytesMessage> session(StreamObserver<BytesMessage> answer) {
    SessionBytes bytes = new SessionBytes(answer);
    sessions.add(PipeChannel.over(bytes.in(), bytes.out(), Thread::startVirtualThread));
    return bytes;
  }

  @Override
  public void solve(SolveRequest request, StreamObserver<SolveResponse> answer) {
    CountDownLatch built = new CountDownLatch(1);
    builds.add(built);
    try (PipeChannel session = sessions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      read(session, "dockerfile", List.of("Dockerfile", "Dockerfile.dockerignore"));
      read(session, "context", List.of(".dockerignore"));
      read(session, "context", List.of("*.sh", "app"));
      read(session, "context", List.of());
      returned.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      give(answer, SolveResponse.newBuilder().putExporterResponse("a", "b").build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      answer.onError(e);
    } finally {
      built.countDown();
    }
  }

  /** Asks for a folder's files, or those of the paths, as a daemon that has none of them. */
  private static void read(PipeChannel session, String folder, List<String> paths) throws InterruptedException {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("dir-name", Metadata.ASCII_STRING_MARSHALLER), folder);
    headers.put(Metadata.Key.of("exclude-patterns", Metadata.ASCII_STRING_MARSHALLER), "*.none");
    for (String path : paths) {
      headers.put(Metadata.Key.of("followpaths", Metadata.ASCII_STRING_MARSHALLER), path);
    }
    FolderReader reader = new FolderReader();
    FileSyncGrpc.newStub(session)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .diffCopy(reader);
    reader.ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static final class FolderReader implements ClientResponseObserver<Packet, Packet> {

    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable ClientCallStreamObserver<Packet> requests;
    private int files;

    @Override
    public void beforeStart(ClientCallStreamObserver<Packet> call) {
      requests = call;
    }

    @Override
    public void onNext(Packet packet) {
      if (packet.getType() != PacketType.PACKET_STAT || requests == null) {
        return;
      }
      if (packet.hasStat()) {
        requests.onNext(Packet.newBuilder().setType(PacketType.PACKET_REQ).setId(files++).build());
      } else {
        requests.onNext(Packet.newBuilder().setType(PacketType.PACKET_FIN).build());
      }
    }

    @Override
    public void onError(Throwable broken) {
      ended.countDown();
    }

    @Override
    public void onCompleted() {
      ended.countDown();
    }
  }

  @Override
  public void status(StatusRequest request, StreamObserver<StatusResponse> answer) {
    Timestamp now = Timestamp.newBuilder().setSeconds(1_700_000_000).build();
    Vertex begun = Vertex.newBuilder().setDigest("sha256:1").setName("[1/2] RUN true").setStarted(now).build();
    Vertex next = begun.toBuilder().setDigest("sha256:2").addInputs("sha256:1").setName("[2/2] COPY . .").build();
    answer.onNext(StatusResponse.newBuilder().addVertexes(begun).addVertexes(next).build());
    answer.onNext(
        StatusResponse.newBuilder()
            .addStatuses(
                VertexStatus.newBuilder()
                    .setId("transferring context")
                    .setVertex("sha256:1")
                    .setCurrent(10)
                    .setTimestamp(now)
                    .setStarted(now))
            .addLogs(
                VertexLog.newBuilder()
                    .setVertex("sha256:1")
                    .setTimestamp(now)
                    .setMsg(ByteString.copyFromUtf8("done\n")))
            .build());
    // Two at once, for displays put in order what has ended.
    answer.onNext(
        StatusResponse.newBuilder()
            .addVertexes(begun.toBuilder().setCompleted(now))
            .addVertexes(next.toBuilder().setCompleted(now).setCached(true))
            .build());
    try {
      CountDownLatch built = builds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (built != null) {
        built.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer.onCompleted();
  }

  private static <T> void give(StreamObserver<T> observer, T answer) {
    observer.onNext(answer);
    observer.onCompleted();
  }
}
