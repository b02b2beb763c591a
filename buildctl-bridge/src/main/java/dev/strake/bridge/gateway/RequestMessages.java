package dev.strake.bridge.gateway;

import com.google.protobuf.ByteString;
import dev.strake.bridge.proto.gateway.CacheOptionsEntry;
import dev.strake.bridge.proto.gateway.ResolveImageConfigRequest;
import dev.strake.bridge.proto.gateway.ResolveSourceGitRequest;
import dev.strake.bridge.proto.gateway.ResolveSourceImageRequest;
import dev.strake.bridge.proto.gateway.ResolveSourceMetaRequest;
import dev.strake.bridge.proto.gateway.SolveRequest;
import dev.strake.bridge.proto.gateway.WarnRequest;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.ImageRequest;
import dev.strake.frontend.port.GatewayPort.SourceRequest;
import dev.strake.frontend.port.SourceInfo;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.Platform;
import dev.strake.llb.pb.Position;
import dev.strake.llb.pb.Range;
import dev.strake.llb.pb.SourceOp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** From the compiler's requests to the gateway's messages. */
final class RequestMessages {

  private static final String IMAGE_SCHEME = "docker-image://";
  private static final String LAYOUT_SCHEME = "oci-layout://";
  private static final int REGISTRY_RESOLVER = 0;
  private static final int LAYOUT_RESOLVER = 1;

  private RequestMessages() {}

  static ResolveImageConfigRequest imageConfig(ImageRequest request) {
    ResolveImageConfigRequest.Builder message =
        ResolveImageConfigRequest.newBuilder()
            .setRef(request.ref())
            .setResolveMode(request.resolveMode())
            .setLogName(request.logName())
            .setResolverType(request.ociLayout().isPresent() ? LAYOUT_RESOLVER : REGISTRY_RESOLVER);
    request.platform().map(RequestMessages::platform).ifPresent(message::setPlatform);
    request
        .ociLayout()
        .ifPresent(layout -> message.setSessionId(layout.sessionId()).setStoreId(layout.storeId()));
    return message.build();
  }

  /** An image's configuration, asked for as its source's metadata. */
  static ResolveSourceMetaRequest imageMetadata(ImageRequest request) {
    SourceOp.Builder source = SourceOp.newBuilder().setIdentifier(IMAGE_SCHEME + request.ref());
    request
        .ociLayout()
        .ifPresent(
            layout ->
                source
                    .setIdentifier(LAYOUT_SCHEME + request.ref())
                    .putAttrs("oci.session", layout.sessionId())
                    .putAttrs("oci.store", layout.storeId()));
    ResolveSourceMetaRequest.Builder message =
        ResolveSourceMetaRequest.newBuilder().setSource(source).setLogName(request.logName());
    request.platform().map(RequestMessages::platform).ifPresent(message::setPlatform);
    return message.build();
  }

  static ResolveSourceMetaRequest sourceMetadata(SourceRequest request) {
    ResolveSourceMetaRequest.Builder message =
        ResolveSourceMetaRequest.newBuilder()
            .setSource(
                SourceOp.newBuilder().setIdentifier(request.identifier()).putAllAttrs(request.attributes()))
            .setLogName(request.logName());
    request.platform().map(RequestMessages::platform).ifPresent(message::setPlatform);
    if (request.identifier().startsWith(IMAGE_SCHEME)) {
      message.setResolveMode(request.resolveMode()).setImage(ResolveSourceImageRequest.getDefaultInstance());
    }
    if (request.commitObject()) {
      message.setGit(ResolveSourceGitRequest.newBuilder().setReturnObject(true));
    }
    return message.build();
  }

  /** The source as an image to resolve, if it is one. */
  static Optional<ImageRequest> asImage(SourceRequest request) {
    String identifier = request.identifier();
    if (identifier.startsWith(IMAGE_SCHEME)) {
      return Optional.of(asImage(request, Optional.empty()));
    }
    if (identifier.startsWith(LAYOUT_SCHEME)) {
      GatewayPort.OciLayout layout =
          new GatewayPort.OciLayout(
              request.attributes().getOrDefault("oci.session", ""),
              request.attributes().getOrDefault("oci.store", ""));
      return Optional.of(asImage(request, Optional.of(layout)));
    }
    return Optional.empty();
  }

  private static ImageRequest asImage(SourceRequest request, Optional<GatewayPort.OciLayout> layout) {
    return new ImageRequest(
        withoutImageScheme(request.identifier()), request.platform(), request.resolveMode(), request.logName(), layout);
  }

  static String withoutImageScheme(String identifier) {
    if (identifier.startsWith(IMAGE_SCHEME)) {
      return identifier.substring(IMAGE_SCHEME.length());
    }
    return identifier.startsWith(LAYOUT_SCHEME) ? identifier.substring(LAYOUT_SCHEME.length()) : identifier;
  }

  /**
   * A solve.
   *
   * @param inherited options that another frontend gets where the request has none of its own
   */
  static SolveRequest solve(GatewayPort.SolveRequest request, Map<String, String> inherited, boolean evaluate) {
    Map<String, String> options = new LinkedHashMap<>(inherited);
    options.putAll(request.options());
    SolveRequest.Builder message =
        SolveRequest.newBuilder()
            .setFrontend(request.frontend())
            .putAllFrontendOpt(options)
            .setAllowResultReturn(true)
            .setAllowResultArrayRef(true)
            .setEvaluate(evaluate);
    request.definition().ifPresent(definition -> message.setDefinition(definition.toProto()));
    request.inputs().forEach((name, input) -> message.putFrontendInputs(name, input.toProto()));
    for (GatewayPort.CacheImport cache : request.cacheImports()) {
      message.addCacheImports(
          CacheOptionsEntry.newBuilder().setType(cache.type()).putAllAttrs(cache.attributes()));
    }
    return message.build();
  }

  static WarnRequest warning(GatewayPort.BuildWarning warning) {
    WarnRequest.Builder message =
        WarnRequest.newBuilder()
            .setDigest(warning.digest())
            .setLevel(warning.level())
            .setShort(ByteString.copyFrom(Utf8Escapes.encode(warning.message())))
            .setUrl(warning.url())
            .setInfo(source(warning.source()));
    warning.detail().forEach(line -> message.addDetail(ByteString.copyFromUtf8(line)));
    for (LineRange range : warning.ranges()) {
      message.addRanges(
          Range.newBuilder()
              .setStart(Position.newBuilder().setLine(range.first()))
              .setEnd(Position.newBuilder().setLine(range.last())));
    }
    return message.build();
  }

  private static dev.strake.llb.pb.SourceInfo source(SourceInfo source) {
    return dev.strake.llb.pb.SourceInfo.newBuilder()
        .setFilename(source.filename())
        .setLanguage(source.language())
        .setData(ByteString.copyFrom(source.data()))
        .setDefinition(source.definition().toProto())
        .build();
  }

  private static dev.strake.llb.pb.Platform platform(Platform platform) {
    return dev.strake.llb.pb.Platform.newBuilder()
        .setOS(platform.os())
        .setArchitecture(platform.architecture())
        .setVariant(platform.variant())
        .setOSVersion(platform.osVersion())
        .addAllOSFeatures(platform.osFeatures())
        .build();
  }
}
