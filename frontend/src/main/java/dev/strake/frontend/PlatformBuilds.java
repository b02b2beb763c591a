package dev.strake.frontend;

import dev.strake.frontend.context.DockerfileSource;
import dev.strake.frontend.lower.CompiledImage;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Attestation;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.Platform;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalException;
import dev.strake.llb.marshal.Marshaller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A build: one graph for each platform, solved, and everything said about the trees that exporters need. */
final class PlatformBuilds {

  private final GatewayPort port;
  private final CompileOptions options;
  private final DockerfileCompiler compiler;
  private final DockerfileSource source;

  PlatformBuilds(
      GatewayPort port, CompileOptions options, DockerfileCompiler compiler, DockerfileSource source) {
    this.port = port;
    this.options = options;
    this.compiler = compiler;
    this.source = source;
  }

  /** The image of one platform, and its tree; none where the tree is empty. */
  private record Built(
      Optional<Platform> target, CompiledImage image, Optional<Reference> tree, List<Diagnostic> diagnostics) {}

  FrontendResult build() {
    Optional<SbomScanner> scanner = options.sbom().map(sbom -> SbomScanner.load(port, options, sbom));
    List<Optional<Platform>> targets = new ArrayList<>();
    options.targetPlatforms().forEach(platform -> targets.add(Optional.of(platform)));
    if (targets.isEmpty()) {
      targets.add(Optional.empty());
    }
    List<Built> built = new ArrayList<>();
    for (Optional<Platform> target : targets) {
      built.add(build(target, built.isEmpty()));
    }
    return result(built, scanner);
  }

  private Built build(Optional<Platform> target, boolean first) {
    DiagnosticSink sink = new DiagnosticSink();
    Optional<CompiledImage> compiled = compiler.compile(source.sourceMap(), target, sink);
    if (first) {
      // The platforms' warnings are the same, so that one platform's will do.
      new Warnings(port, source).report(sink.all());
    }
    CompiledImage image = compiled.orElseThrow(() -> CompileFailed.of(sink.all()));
    Definition graph = marshal(image, FrontendDiagnostics::notMarshalled);
    new CapabilityCheck(port).check(graph, source);
    SolveRequest request =
        new SolveRequest(
            Optional.of(graph),
            "",
            Map.of(),
            Map.of(),
            options.cacheImports(),
            false);
    Optional<Reference> tree = port.solve(request).single();
    return new Built(target, image, tree, first ? sink.all() : List.of());
  }

  /**
   * The image's graph as it is sent.
   *
   * @param refused the error for a graph that cannot be marshalled, of the reason
   */
  static Definition marshal(CompiledImage image, Function<String, Diagnostic> refused) {
    try {
      return Marshaller.marshal(image.state(), image.marshalOptions());
    } catch (MarshalException failure) {
      throw CompileFailed.of(List.of(refused.apply(String.valueOf(failure.getMessage()))));
    }
  }

  private FrontendResult result(List<Built> built, Optional<SbomScanner> scanner) {
    Map<String, Optional<Reference>> trees = new LinkedHashMap<>();
    Map<String, byte[]> metadata = new LinkedHashMap<>();
    Map<String, List<Attestation>> attestations = new LinkedHashMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<ExportPlatform> platforms = new ArrayList<>();
    for (Built each : built) {
      Platform target = each.target.orElse(options.buildPlatforms().getFirst());
      ExportPlatform platform = ExportPlatform.of(target, each.image.config().platform());
      platforms.add(platform);
      trees.put(platform.id(), each.tree);
      metadata.putAll(ImageMetadata.of(each.image, options.multiPlatform() ? "/" + platform.id() : ""));
      scanner.ifPresent(s -> attestations.put(platform.id(), List.of(s.scan(platform.id(), each.image))));
      diagnostics.addAll(each.diagnostics);
    }
    metadata.put(ExportPlatform.KEY, ExportPlatform.toJson(platforms));
    Optional<Reference> single = built.getFirst().tree;
    return options.multiPlatform()
        ? new FrontendResult(Optional.empty(), trees, metadata, attestations, diagnostics)
        : new FrontendResult(single, Map.of(), metadata, attestations, diagnostics);
  }
}
