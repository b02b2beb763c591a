package dev.strake.frontend.standin;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Platform;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.DefinitionVerifier;
import dev.strake.llb.marshal.MarshalledOp;
import dev.strake.llb.pb.Op;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A daemon that builds nothing: images come from {@link StandInImages}, local folders from the disk. It keeps the
 * graphs it was asked to solve and the warnings it was told, in order. Not thread-safe but for image lookups.
 */
public final class StandInGateway implements GatewayPort {

  private static final String SESSION = "stand-in-session";

  private final Map<String, String> options;
  private final Map<String, Path> locals;
  private final List<Definition> solved = new ArrayList<>();
  private final List<BuildWarning> warnings = new ArrayList<>();

  public StandInGateway(Map<String, String> options, Map<String, Path> locals) {
    this.options = Map.copyOf(options);
    this.locals = Map.copyOf(locals);
  }

  /** The graphs so far, those that only load a file too. */
  public List<Definition> solved() {
    return List.copyOf(solved);
  }

  /** The graph that a tree of this daemon stands for. */
  public Definition graphOf(Reference tree) {
    if (tree instanceof LocalReference local) {
      return local.definition();
    }
    throw new IllegalArgumentException("the tree is of another daemon");
  }

  /** The warnings so far. */
  public List<BuildWarning> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public Map<String, String> options() {
    return options;
  }

  @Override
  public String sessionId() {
    return SESSION;
  }

  @Override
  public String product() {
    return "";
  }

  @Override
  public List<WorkerInfo> workers() {
    return List.of(new WorkerInfo("worker", Map.of(), List.of(Platform.of("linux", "amd64"))));
  }

  @Override
  public CapabilitySet gatewayCaps() {
    return StandInCapabilities.GATEWAY;
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
    try {
      StandInImages.Image image = image(request.ref());
      return new ResolvedImage(request.ref(), image.top().digest(), config(image, request.platform()));
    } catch (GatewayException failure) {
      throw failure.within("failed to resolve source metadata for " + request.ref());
    }
  }

  @Override
  public SourceMetadata resolveSourceMetadata(SourceRequest request) {
    String scheme = "docker-image://";
    if (!request.identifier().startsWith(scheme)) {
      throw new GatewayException(Kind.UNKNOWN, "there is no network: " + request.identifier());
    }
    String ref = request.identifier().substring(scheme.length());
    StandInImages.Image image = image(ref);
    return new SourceMetadata(
        request.identifier(),
        request.attributes(),
        Optional.of(new SourceMetadata.Image(image.top().digest(), config(image, request.platform()))),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    Definition definition =
        request.definition().orElseThrow(() -> new IllegalStateException("no other frontends here"));
    List<String> problems = DefinitionVerifier.verify(definition);
    if (!problems.isEmpty()) {
      throw new IllegalStateException("not a whole graph: " + problems);
    }
    solved.add(definition);
    if (definition.isEmpty()) {
      return new SolveResult(Optional.empty(), Map.of(), Map.of());
    }
    return new SolveResult(
        Optional.of(new LocalReference(definition, localFolder(definition))), Map.of(), Map.of());
  }

  @Override
  public void warn(BuildWarning warning) {
    warnings.add(warning);
  }

  private static StandInImages.Image image(String ref) {
    if (ref.endsWith("@" + StandInImages.PINNED.top().digest())) {
      return StandInImages.PINNED;
    }
    if (ref.contains("@") || ref.contains(":missing")) {
      throw new GatewayException(Kind.NOT_FOUND, ref + ": not found");
    }
    return StandInImages.of(ref);
  }

  private static byte[] config(StandInImages.Image image, Optional<Platform> platform) {
    return image
        .forPlatform(platform.orElse(StandInImages.PLATFORMS.getFirst()))
        .orElseThrow(() -> new GatewayException(Kind.NOT_FOUND, "no match for platform in manifest: not found"))
        .config()
        .bytes();
  }

  /** The folder that a graph of one local source loads. */
  private Optional<Path> localFolder(Definition definition) {
    for (MarshalledOp op : definition.ops()) {
      String identifier = parse(op).getSource().getIdentifier();
      if (identifier.startsWith("local://")) {
        return Optional.ofNullable(locals.get(identifier.substring("local://".length())));
      }
    }
    return Optional.empty();
  }

  private static Op parse(MarshalledOp op) {
    try {
      return Op.parseFrom(op.bytes());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
