package dev.strake.frontend.calls;

import static dev.strake.llb.go.GoQuote.quote;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayException.Kind;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.NotAnImageException;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A daemon that builds nothing and writes down what it is asked. */
final class TranscriptGateway implements GatewayPort {

  private static final String SESSION = "session-1";
  private static final String COMMIT =
      "tree abc\nauthor A <a@b> 1600000000 +0000\ncommitter A <a@b> 1600000001 +0000\n\nmsg\n";
  private static final Instant MODIFIED = Instant.ofEpochSecond(1_500_000_000);

  private final Call call;
  private final Transcript transcript;

  TranscriptGateway(Call call, Transcript transcript) {
    this.call = call;
    this.transcript = transcript;
  }

  @Override
  public Map<String, String> options() {
    return call.options();
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
    return List.of(
        new WorkerInfo("w", Map.of(), List.of(Platform.of("linux", "amd64"), Platform.of("linux", "arm64"))));
  }

  @Override
  public CapabilitySet gatewayCaps() {
    Set<String> ids = new HashSet<>(Set.of("frontend.inputs", "source.metaresolver", "gateway.warnings"));
    ids.removeAll(call.missingGatewayCaps());
    return CapabilitySet.of(ids);
  }

  @Override
  public CapabilitySet llbCaps() {
    Map<String, CapabilitySet.State> states = new HashMap<>(CapabilitySet.all().states());
    call.missingLlbCaps().forEach(id -> states.put(id, new CapabilitySet.State(false, "")));
    return CapabilitySet.ofStates(states);
  }

  @Override
  public Map<String, State> inputs() {
    return call.inputs();
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    // The reference has no mode for an image of a layout.
    String mode = request.ociLayout().isPresent() ? "" : request.resolveMode();
    String store = request.ociLayout().map(layout -> layout.sessionId() + "/" + layout.storeId()).orElse("");
    transcript.add(
        "RESOLVE " + request.ref() + " platform=" + platform(request.platform()) + " mode=" + mode
            + " log=" + quote(request.logName()) + " store=" + store + "\n");
    String converted = call.converted().get(request.ref());
    if (converted != null) {
      throw new NotAnImageException(request.ref(), converted);
    }
    String config = call.images().config(request.ref(), request.platform());
    return new ResolvedImage(request.ref(), digest(config), config.getBytes(UTF_8));
  }

  @Override
  public SourceMetadata resolveSourceMetadata(SourceRequest request) {
    transcript.add(
        "META " + request.identifier() + " " + Transcript.map(request.attributes())
            + " platform=" + platform(request.platform()) + " mode=" + request.resolveMode()
            + " log=" + quote(request.logName()) + " commit=" + request.commitObject() + "\n");
    String identifier = request.identifier();
    Optional<SourceMetadata.Git> git =
        identifier.startsWith("git://")
            ? Optional.of(new SourceMetadata.Git("", "", "", Optional.of(COMMIT.getBytes(UTF_8))))
            : Optional.empty();
    Optional<SourceMetadata.Http> http =
        identifier.startsWith("http")
            ? Optional.of(new SourceMetadata.Http("", "", modified(identifier)))
            : Optional.empty();
    return new SourceMetadata(identifier, request.attributes(), image(request), git, http);
  }

  private Optional<Instant> modified(String identifier) {
    boolean undated = call.undated().stream().anyMatch(identifier::startsWith);
    return undated ? Optional.empty() : Optional.of(MODIFIED);
  }

  private Optional<SourceMetadata.Image> image(SourceRequest request) {
    try {
      String reference = request.identifier().replaceFirst("^docker-image://", "");
      String config = call.images().config(reference, request.platform());
      return Optional.of(new SourceMetadata.Image(digest(config), config.getBytes(UTF_8)));
    } catch (GatewayException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    if (!request.frontend().isEmpty()) {
      transcript.add(
          "FRONTEND " + request.frontend() + " " + Transcript.map(request.options())
              + " inputs=" + String.join(",", new TreeSet<>(request.inputs().keySet())) + "\n");
      throw new GatewayException(Kind.UNKNOWN, "frontend refused");
    }
    Definition definition = request.definition().orElseThrow();
    String imports =
        request.cacheImports().stream()
            .map(each -> each.type() + Transcript.map(each.attributes()))
            .collect(Collectors.joining(";"));
    transcript.add(
        "SOLVE evaluate=" + request.evaluate() + " imports=" + imports + "\n" + Transcript.definition(definition));
    if (definition.isEmpty()) {
      return new SolveResult(Optional.empty(), Map.of(), Map.of());
    }
    Set<String> identifiers =
        definition.ops().stream()
            .map(op -> Transcript.op(op).getSource().getIdentifier())
            .filter(identifier -> !identifier.isEmpty())
            .collect(Collectors.toSet());
    return new SolveResult(Optional.of(call.tree(transcript, identifiers)), Map.of(), Map.of());
  }

  @Override
  public void warn(BuildWarning warning) {
    String details = warning.detail().stream().map(each -> quote(each)).collect(Collectors.joining(" ", "[", "]"));
    transcript.add(
        "WARN " + warning.digest() + " level=" + warning.level() + " " + quote(warning.message())
            + " detail=" + details + " url=" + warning.url()
            + " source=" + warning.source().filename() + "/" + warning.source().language()
            + "/" + warning.source().data().length + "/" + warning.source().definition().ops().size()
            + " ranges=" + Transcript.ranges(warning.ranges()) + "\n");
  }

  private static String platform(Optional<Platform> platform) {
    return platform.map(Platforms::formatAll).orElse("-");
  }

  private static String digest(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
