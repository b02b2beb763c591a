package dev.strake.bridge.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.State;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.Op;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Stands in for a daemon where a Dockerfile is only looked at: local folders can be read, every image is one of the
 * wanted platform with no settings, and whatever else would need a daemon is refused.
 */
public final class OfflineGateway implements GatewayPort {

  private static final String LOCAL = "local://";

  private final Map<String, String> options;
  private final Map<String, Path> folders;
  private final Set<String> unseenImages = new ConcurrentSkipListSet<>();

  /** @param folders the folders that can be read, by the names that the frontend knows them by */
  public OfflineGateway(Map<String, String> options, Map<String, Path> folders) {
    this.options = Map.copyOf(options);
    this.folders = Map.copyOf(folders);
  }

  /** The images that the frontend asked for and that nobody has looked at, sorted. */
  public List<String> unseenImages() {
    return List.copyOf(unseenImages);
  }

  @Override
  public Map<String, String> options() {
    return options;
  }

  @Override
  public String sessionId() {
    return "";
  }

  @Override
  public String product() {
    return "";
  }

  @Override
  public List<WorkerInfo> workers() {
    return List.of(new WorkerInfo("", Map.of(), List.of(Platforms.local())));
  }

  @Override
  public CapabilitySet gatewayCaps() {
    return CapabilitySet.all();
  }

  @Override
  public CapabilitySet llbCaps() {
    return CapabilitySet.all();
  }

  @Override
  public Map<String, State> inputs() {
    return Map.of();
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    unseenImages.add(request.ref());
    Platform platform = request.platform().orElseGet(Platforms::local);
    byte[] config =
        GoJsonWriter.compact()
            .beginObject()
            .name("architecture").string(platform.architecture())
            .name("os").string(platform.os())
            .name("variant").string(platform.variant())
            .endObject()
            .toBytes();
    return new ResolvedImage(request.ref(), "", config);
  }

  @Override
  public SourceMetadata resolveSourceMetadata(SourceRequest request) {
    throw refusal(request.identifier());
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    Definition graph = request.definition().orElseThrow(() -> refusal(request.frontend()));
    String source =
        graph.ops().stream().map(OfflineGateway::source).filter(each -> !each.isEmpty()).findFirst().orElse("");
    Optional<Path> folder =
        source.startsWith(LOCAL)
            ? Optional.ofNullable(folders.get(source.substring(LOCAL.length())))
            : Optional.empty();
    Reference tree = new FolderReference(graph, folder.orElseThrow(() -> refusal(source)));
    return new SolveResult(Optional.of(tree), Map.of(), Map.of());
  }

  @Override
  public void warn(BuildWarning warning) {
    // Whoever looks at a file has the warnings from its report.
  }

  private static String source(MarshalledOp op) {
    try {
      return Op.parseFrom(op.bytes()).getSource().getIdentifier();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static GatewayException refusal(String what) {
    return new GatewayException(Kind.UNAVAILABLE, what + " cannot be looked at without a BuildKit daemon");
  }
}
