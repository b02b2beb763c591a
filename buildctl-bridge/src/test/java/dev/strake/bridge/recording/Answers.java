package dev.strake.bridge.recording;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.strake.bridge.proto.control.BuildHistoryEvent;
import dev.strake.bridge.proto.control.BuildHistoryEventType;
import dev.strake.bridge.proto.control.BuildHistoryRecord;
import dev.strake.bridge.proto.control.BuildResultInfo;
import dev.strake.bridge.proto.control.Descriptor;
import dev.strake.bridge.proto.control.Exporter;
import dev.strake.bridge.proto.control.InfoResponse;
import dev.strake.bridge.proto.control.ListWorkersResponse;
import dev.strake.bridge.proto.control.SolveResponse;
import dev.strake.bridge.proto.control.StatusResponse;
import dev.strake.bridge.proto.control.UsageRecord;
import dev.strake.bridge.proto.control.Vertex;
import dev.strake.bridge.proto.control.VertexLog;
import dev.strake.bridge.proto.control.VertexStatus;
import dev.strake.bridge.proto.control.VertexWarning;
import dev.strake.bridge.proto.worker.BuildkitVersion;
import dev.strake.bridge.proto.worker.CDIDevice;
import dev.strake.bridge.proto.worker.GCPolicy;
import dev.strake.bridge.proto.worker.WorkerRecord;
import dev.strake.llb.pb.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What the recording daemon tells: records with every field, and some with none. */
final class Answers {

  static final String BLOB = "sha256:" + "b".repeat(64);

  /** A build of the history whose progress can be read. */
  static final String FINISHED = "finished";

  /** A build of the history that cannot be changed. */
  static final String STUBBORN = "stubborn";

  private static final long SECONDS = 1_700_000_000L;
  private static final String STEP = "sha256:" + "1".repeat(64);
  private static final String CACHED_STEP = "sha256:" + "2".repeat(64);
  private static final String DESCRIPTOR =
      "{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + BLOB + "\",\"size\":7}";

  private Answers() {}

  static SolveResponse solved() {
    return SolveResponse.newBuilder()
        .putExporterResponse("containerimage.digest", BLOB)
        .putExporterResponse(
            "containerimage.descriptor",
            Base64.getEncoder().encodeToString(DESCRIPTOR.getBytes(StandardCharsets.UTF_8)))
        .putExporterResponse("cache.manifest", DESCRIPTOR)
        .putExporterResponse("image.name", "registry.example/app:1,<&>")
        .build();
  }

  static InfoResponse info() {
    return InfoResponse.newBuilder().setBuildkitVersion(version()).build();
  }

  private static BuildkitVersion version() {
    return BuildkitVersion.newBuilder()
        .setPackage("github.com/moby/buildkit")
        .setVersion("v0.32.2")
        .setRevision("0123abc")
        .setDockerfileVersion("1.26")
        .build();
  }

  static ListWorkersResponse workers() {
    GCPolicy policy =
        GCPolicy.newBuilder()
            .setAll(true)
            .setKeepDuration(172_800_000_000_000L)
            .setReservedSpace(10_000_000_000L)
            .setMaxUsedSpace(123_456_789L)
            .setMinFreeSpace(1)
            .addFilters("type==source.local")
            .addFilters("type==exec.cachemount")
            .build();
    WorkerRecord full =
        WorkerRecord.newBuilder()
            .setId("worker-1")
            .putLabels("org.mobyproject.buildkit.worker.executor", "oci")
            .putLabels("a", "<b> & \"c\"")
            .addPlatforms(Platform.newBuilder().setOS("linux").setArchitecture("amd64"))
            .addPlatforms(Platform.newBuilder().setOS("linux").setArchitecture("arm").setVariant("v7"))
            .addGcPolicy(policy)
            .addGcPolicy(GCPolicy.getDefaultInstance())
            .setBuildkitVersion(version())
            .addCdiDevices(
                CDIDevice.newBuilder().setName("vendor.example/gpu=0").setAutoAllow(true).putAnnotations("k", "v"))
            .addCdiDevices(CDIDevice.newBuilder().setName("vendor.example/gpu=1").setOnDemand(true))
            .build();
    WorkerRecord bare = WorkerRecord.newBuilder().setId("worker-2").setBuildkitVersion(version()).build();
    return ListWorkersResponse.newBuilder().addRecord(full).addRecord(bare).build();
  }

  static List<UsageRecord> usage() {
    UsageRecord full =
        UsageRecord.newBuilder()
            .setId("full")
            .setMutable(true)
            .setInUse(true)
            .setSize(123_456_789)
            .setCreatedAt(time(0, 5))
            .setLastUsedAt(time(60, 120_000_000))
            .setUsageCount(3)
            .setDescription("<mount> / from \"exec\"")
            .setRecordType("exec.cachemount")
            .setShared(true)
            .addParents("one")
            .addParents("two")
            .build();
    UsageRecord plain =
        UsageRecord.newBuilder().setId("plain").setSize(4096).setCreatedAt(time(1, 0)).setRecordType("regular").build();
    UsageRecord unknown = UsageRecord.newBuilder().setId("unknown").setSize(-1).setCreatedAt(time(2, 0)).build();
    return List.of(full, plain, unknown);
  }

  static List<BuildHistoryEvent> history() {
    BuildHistoryRecord full =
        BuildHistoryRecord.newBuilder()
            .setRef(FINISHED)
            .setFrontend("dockerfile.v0")
            .putFrontendAttrs("target", "app")
            .addExporters(Exporter.newBuilder().setType("image").putAttrs("name", "a"))
            .setCreatedAt(time(0, 5))
            .setCompletedAt(time(10, 0))
            .setLogs(Descriptor.newBuilder().setMediaType("application/json").setDigest(BLOB).setSize(7))
            .setTrace(Descriptor.newBuilder().setMediaType("application/trace+json").setDigest(BLOB).setSize(7))
            .setGeneration(4)
            .setPinned(true)
            .setNumCachedSteps(1)
            .setNumTotalSteps(2)
            .setNumCompletedSteps(2)
            .setNumWarnings(1)
            .setResult(
                BuildResultInfo.newBuilder()
                    .setResultDeprecated(Descriptor.newBuilder().setDigest(BLOB))
                    .putResults(0, Descriptor.newBuilder().setDigest(BLOB).putAnnotations("a", "b").build())
                    .addAttestations(Descriptor.newBuilder().setMediaType("application/vnd.in-toto+json")))
            .build();
    BuildHistoryRecord running =
        BuildHistoryRecord.newBuilder().setRef("running").setCreatedAt(time(20, 0)).setNumTotalSteps(3).build();
    BuildHistoryRecord stubborn =
        BuildHistoryRecord.newBuilder().setRef(STUBBORN).setCreatedAt(time(30, 0)).setCompletedAt(time(31, 0)).build();
    return List.of(
        event(BuildHistoryEventType.COMPLETE, full),
        event(BuildHistoryEventType.STARTED, running),
        event(BuildHistoryEventType.COMPLETE, stubborn));
  }

  private static BuildHistoryEvent event(BuildHistoryEventType type, BuildHistoryRecord record) {
    return BuildHistoryEvent.newBuilder().setType(type).setRecord(record).build();
  }

  static List<StatusResponse> progress() {
    Vertex started = Vertex.newBuilder().setDigest(STEP).setName("[1/2] RUN true").setStarted(time(0, 0)).build();
    Vertex cached =
        Vertex.newBuilder()
            .setDigest(CACHED_STEP)
            .setName("[2/2] COPY <a> /b")
            .addInputs(STEP)
            .setCached(true)
            .setStarted(time(1, 0))
            .setCompleted(time(1, 0))
            .build();
    StatusResponse end =
        StatusResponse.newBuilder()
            .addVertexes(started.toBuilder().setCompleted(time(2, 250_000_000)))
            .addVertexes(cached)
            .addWarnings(warning())
            .build();
    return List.of(
        StatusResponse.newBuilder().addVertexes(started).build(),
        StatusResponse.newBuilder().addStatuses(transfer()).addLogs(output()).build(),
        end);
  }

  private static VertexStatus transfer() {
    return VertexStatus.newBuilder()
        .setId("layer")
        .setVertex(STEP)
        .setName("extracting")
        .setCurrent(10)
        .setTotal(20)
        .setTimestamp(time(0, 1000))
        .setStarted(time(0, 0))
        .setCompleted(time(1, 0))
        .build();
  }

  private static VertexLog output() {
    return VertexLog.newBuilder()
        .setVertex(STEP)
        .setStream(1)
        .setTimestamp(time(0, 500_000_000))
        .setMsg(ByteString.copyFromUtf8("first line\nsecond <line>\n"))
        .build();
  }

  private static VertexWarning warning() {
    return VertexWarning.newBuilder()
        .setVertex(CACHED_STEP)
        .setLevel(1)
        .setShort(ByteString.copyFromUtf8("take care"))
        .addDetail(ByteString.copyFromUtf8("it is in the way"))
        .setUrl("https://docs.example/")
        .build();
  }

  private static Timestamp time(long seconds, int nanos) {
    return Timestamp.newBuilder().setSeconds(SECONDS + seconds).setNanos(nanos).build();
  }
}
