package dev.strake.bridge.gateway;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.gateway.Attestation;
import dev.strake.bridge.proto.gateway.InTotoSubject;
import dev.strake.bridge.proto.gateway.InTotoSubjectKind;
import dev.strake.bridge.proto.gateway.LLBBridgeGrpc.LLBBridgeBlockingStub;
import dev.strake.bridge.proto.gateway.Ref;
import dev.strake.bridge.proto.gateway.ResolveSourceHTTPResponse;
import dev.strake.bridge.proto.gateway.ResolveSourceMetaResponse;
import dev.strake.bridge.proto.gateway.Result;
import dev.strake.bridge.proto.gateway.SolveResponse;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.ImageRequest;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.ResolvedImage;
import dev.strake.frontend.port.GatewayPort.SolveResult;
import dev.strake.frontend.port.GatewayPort.SourceMetadata;
import dev.strake.frontend.port.GatewayPort.SourceRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From the gateway's answers to the compiler's values. */
final class ResultMessages {

  private final LLBBridgeBlockingStub bridge;
  private final GatewayCaps caps;

  /** For answers that hold references, which go on asking the daemon. */
  ResultMessages(LLBBridgeBlockingStub bridge, GatewayCaps caps) {
    this.bridge = bridge;
    this.caps = caps;
  }

  SolveResult result(SolveResponse response) {
    Map<String, byte[]> metadata = bytes(response.getResult().getMetadataMap());
    Map<String, List<GatewayPort.Attestation>> attestations = new LinkedHashMap<>();
    response
        .getResult()
        .getAttestationsMap()
        .forEach(
            (key, list) ->
                attestations.put(key, list.getAttestationList().stream().map(this::attestation).toList()));
    if (!response.hasResult()) {
      return new SolveResult(reference(response.getRef()), Map.of(), metadata, attestations);
    }
    Result result = response.getResult();
    return switch (result.getResultCase()) {
      case REF_DEPRECATED ->
          new SolveResult(reference(result.getRefDeprecated()), Map.of(), metadata, attestations);
      case REF -> new SolveResult(reference(result.getRef()), Map.of(), metadata, attestations);
      case REFS_DEPRECATED -> {
        Map<String, Optional<Reference>> multiple = new LinkedHashMap<>();
        result.getRefsDeprecated().getRefsMap().forEach((key, id) -> multiple.put(key, reference(id)));
        yield new SolveResult(Optional.empty(), multiple, metadata, attestations);
      }
      case REFS -> {
        Map<String, Optional<Reference>> multiple = new LinkedHashMap<>();
        result.getRefs().getRefsMap().forEach((key, ref) -> multiple.put(key, reference(ref)));
        yield new SolveResult(Optional.empty(), multiple, metadata, attestations);
      }
      case RESULT_NOT_SET -> new SolveResult(Optional.empty(), Map.of(), metadata, attestations);
    };
  }

  private Optional<Reference> reference(String id) {
    return reference(Ref.newBuilder().setId(id).build());
  }

  /** No id stands for the empty tree. */
  private Optional<Reference> reference(Ref ref) {
    return ref.getId().isEmpty() ? Optional.empty() : Optional.of(new RemoteReference(bridge, caps, ref));
  }

  private GatewayPort.Attestation attestation(Attestation attestation) {
    return new GatewayPort.Attestation(
        switch (attestation.getKind()) {
          case InToto, UNRECOGNIZED -> GatewayPort.Attestation.Kind.IN_TOTO;
          case Bundle -> GatewayPort.Attestation.Kind.BUNDLE;
        },
        reference(attestation.getRef()),
        attestation.getPath(),
        attestation.getInTotoPredicateType(),
        attestation.getInTotoSubjectsList().stream().map(ResultMessages::subject).toList(),
        bytes(attestation.getMetadataMap()));
  }

  private static GatewayPort.Attestation.Subject subject(InTotoSubject subject) {
    boolean self = subject.getKind() == InTotoSubjectKind.Self;
    return new GatewayPort.Attestation.Subject(self, subject.getName(), subject.getDigestList());
  }

  static Map<String, byte[]> bytes(Map<String, ByteString> values) {
    Map<String, byte[]> bytes = new HashMap<>();
    values.forEach((key, value) -> bytes.put(key, value.toByteArray()));
    return bytes;
  }

  static SourceMetadata sourceMetadata(ResolveSourceMetaResponse response) {
    Optional<SourceMetadata.Image> image =
        response.hasImage()
            ? Optional.of(
                new SourceMetadata.Image(
                    response.getImage().getDigest(), response.getImage().getConfig().toByteArray()))
            : Optional.empty();
    return new SourceMetadata(
        response.getSource().getIdentifier(),
        response.getSource().getAttrsMap(),
        image,
        git(response),
        response.hasHttp() ? Optional.of(http(response.getHttp())) : Optional.empty());
  }

  private static Optional<SourceMetadata.Git> git(ResolveSourceMetaResponse response) {
    if (!response.hasGit()) {
      return Optional.empty();
    }
    var git = response.getGit();
    ByteString commit = git.getCommitObject();
    return Optional.of(
        new SourceMetadata.Git(
            git.getChecksum(),
            git.getRef(),
            git.getCommitChecksum(),
            commit.isEmpty() ? Optional.empty() : Optional.of(commit.toByteArray())));
  }

  private static SourceMetadata.Http http(ResolveSourceHTTPResponse http) {
    Optional<Instant> modified =
        http.hasLastModified()
            ? Optional.of(
                Instant.ofEpochSecond(http.getLastModified().getSeconds(), http.getLastModified().getNanos()))
            : Optional.empty();
    return new SourceMetadata.Http(http.getChecksum(), http.getFilename(), modified);
  }

  /** An image's metadata, put together from its configuration. */
  static SourceMetadata sourceMetadata(ImageRequest request, ResolvedImage image) {
    String scheme = request.ociLayout().isPresent() ? "oci-layout://" : "docker-image://";
    return new SourceMetadata(
        scheme + image.ref(),
        Map.of(),
        Optional.of(new SourceMetadata.Image(image.digest(), image.config())),
        Optional.empty(),
        Optional.empty());
  }

  /** What is known of a source that cannot be looked at. */
  static SourceMetadata unknownSource(SourceRequest request) {
    return new SourceMetadata(
        request.identifier(), request.attributes(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
