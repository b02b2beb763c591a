package dev.strake.bridge.training;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.apicaps.APICap;
import dev.strake.bridge.proto.gateway.EvaluateRequest;
import dev.strake.bridge.proto.gateway.EvaluateResponse;
import dev.strake.bridge.proto.gateway.InputsRequest;
import dev.strake.bridge.proto.gateway.InputsResponse;
import dev.strake.bridge.proto.gateway.LLBBridgeGrpc.LLBBridgeImplBase;
import dev.strake.bridge.proto.gateway.PingRequest;
import dev.strake.bridge.proto.gateway.PongResponse;
import dev.strake.bridge.proto.gateway.ReadFileRequest;
import dev.strake.bridge.proto.gateway.ReadFileResponse;
import dev.strake.bridge.proto.gateway.Ref;
import dev.strake.bridge.proto.gateway.ResolveSourceImageResponse;
import dev.strake.bridge.proto.gateway.ResolveSourceMetaRequest;
import dev.strake.bridge.proto.gateway.ResolveSourceMetaResponse;
import dev.strake.bridge.proto.gateway.Result;
import dev.strake.bridge.proto.gateway.ReturnRequest;
import dev.strake.bridge.proto.gateway.ReturnResponse;
import dev.strake.bridge.proto.gateway.SolveRequest;
import dev.strake.bridge.proto.gateway.SolveResponse;
import dev.strake.bridge.proto.gateway.WarnRequest;
import dev.strake.bridge.proto.gateway.WarnResponse;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.pb.Definition;
import dev.strake.llb.pb.Location;
import dev.strake.llb.pb.Locations;
import dev.strake.llb.pb.Op;
import dev.strake.llb.pb.OpMetadata;
import dev.strake.llb.pb.Platform;
import dev.strake.llb.pb.Position;
import dev.strake.llb.pb.Range;
import dev.strake.llb.pb.Source;
import dev.strake.llb.pb.SourceInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A daemon's gateway that solves nothing: it has one folder of files, and every image has the same configuration. */
public class TrainingBridge extends LLBBridgeImplBase {

  private static final List<String> GATEWAY_CAPABILITIES =
      List.of(
          "solve.base", "solve.inlinereturn", "resolveimage", "resolveimage.resolvemode", "readfile", "readdir",
          "statfile", "importcaches", "proto.refarray", "return", "returnmap", "reference.output", "frontend.caps",
          "frontend.inputs", "gateway.solve.metadata", "gateway.evaluate", "gateway.solve.evaluate", "gateway.warnings",
          "source.metaresolver");

  private static final String DIGEST = "sha256:" + "0".repeat(64);
  private static final String IMAGE_CONFIG =
      """
      {"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/bin:/bin"],"Cmd":["/bin/sh"],\
      "WorkingDir":"/","Labels":{"a":"b"}},"rootfs":{"type":"layers","diff_ids":["%s"]},\
      "history":[{"created":"2026-01-01T00:00:00Z","created_by":"/bin/sh","empty_layer":true}]}"""
          .formatted(DIGEST);

  private final Map<String, byte[]> files;
  private final CompletableFuture<ReturnRequest> returned = new CompletableFuture<>();

  /** @param files what every folder that the frontend reads holds, by path */
  public TrainingBridge(Map<String, byte[]> files) {
    this.files = Map.copyOf(files);
  }

  /** What the frontend gives back. */
  public CompletableFuture<ReturnRequest> returned() {
    return returned;
  }

  @Override
  public void ping(PingRequest request, StreamObserver<PongResponse> answer) {
    PongResponse.Builder pong = PongResponse.newBuilder();
    GATEWAY_CAPABILITIES.forEach(id -> pong.addFrontendApiCaps(enabled(id)));
    CapabilitySet.all().states().keySet().forEach(id -> pong.addLlbCaps(enabled(id)));
    give(answer, pong.build());
  }

  private static APICap enabled(String id) {
    return APICap.newBuilder().setId(id).setEnabled(true).build();
  }

  @Override
  public void resolveSourceMeta(ResolveSourceMetaRequest request, StreamObserver<ResolveSourceMetaResponse> answer) {
    ResolveSourceImageResponse image =
        ResolveSourceImageResponse.newBuilder()
            .setDigest(DIGEST)
            .setConfig(ByteString.copyFromUtf8(IMAGE_CONFIG))
            .build();
    give(answer, ResolveSourceMetaResponse.newBuilder().setSource(request.getSource()).setImage(image).build());
  }

  @Override
  public void solve(SolveRequest request, StreamObserver<SolveResponse> answer) {
    Definition graph = request.getFrontend().isEmpty() ? request.getDefinition() : compiled();
    Ref ref = Ref.newBuilder().setId("tree").setDef(graph).build();
    give(answer, SolveResponse.newBuilder().setResult(Result.newBuilder().setRef(ref)).build());
  }

  /** A graph with all that a frontend's has, for a client that hands it on. */
  private static Definition compiled() {
    Position begin = Position.newBuilder().setLine(1).build();
    Range range = Range.newBuilder().setStart(begin).setEnd(begin).build();
    Location location = Location.newBuilder().addRanges(range).build();
    OpMetadata metadata = OpMetadata.newBuilder().putDescription("a", "b").putCaps("file.base", true).build();
    return Definition.newBuilder()
        .addDef(Op.newBuilder().setPlatform(Platform.newBuilder().setOS("linux")).build().toByteString())
        .putMetadata(DIGEST, metadata)
        .setSource(
            Source.newBuilder()
                .putLocations(DIGEST, Locations.newBuilder().addLocations(location).build())
                .addInfos(SourceInfo.newBuilder().setFilename("Dockerfile").setLanguage("Dockerfile")))
        .build();
  }

  @Override
  public void readFile(ReadFileRequest request, StreamObserver<ReadFileResponse> answer) {
    byte[] file = files.get(request.getFilePath());
    if (file == null) {
      answer.onError(missing(request.getFilePath()));
    } else {
      give(answer, ReadFileResponse.newBuilder().setData(ByteString.copyFrom(file)).build());
    }
  }

  /** As a daemon refuses: beside the message stand the trees of the step. */
  private static StatusRuntimeException missing(String file) {
    Any step =
        Any.newBuilder()
            .setTypeUrl("github.com/moby/buildkit/errdefs.Solve+json")
            .setValue(ByteString.copyFromUtf8("{\"inputIDs\":[\"a\"],\"mountIDs\":[]}"))
            .build();
    byte[] details =
        dev.strake.bridge.proto.rpc.Status.newBuilder()
            .setCode(Status.Code.NOT_FOUND.value())
            .setMessage(file)
            .addDetails(step)
            .build()
            .toByteArray();
    Metadata trailers = new Metadata();
    trailers.put(Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER), details);
    return Status.NOT_FOUND.withDescription(file).asRuntimeException(trailers);
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> answer) {
    give(answer, EvaluateResponse.getDefaultInstance());
  }

  @Override
  public void inputs(InputsRequest request, StreamObserver<InputsResponse> answer) {
    give(answer, InputsResponse.getDefaultInstance());
  }

  @Override
  public void warn(WarnRequest request, StreamObserver<WarnResponse> answer) {
    give(answer, WarnResponse.getDefaultInstance());
  }

  @Override
  public void return_(ReturnRequest request, StreamObserver<ReturnResponse> answer) {
    returned.complete(request);
    give(answer, ReturnResponse.getDefaultInstance());
  }

  private static <T> void give(StreamObserver<T> observer, T answer) {
    observer.onNext(answer);
    observer.onCompleted();
  }
}
