package dev.strake.frontend;

import dev.strake.frontend.DockerfileCompiler.Parsed;
import dev.strake.frontend.context.DockerfileSource;
import dev.strake.frontend.lower.CompiledImage;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.Attestation;
import dev.strake.frontend.port.GatewayPort.Reference;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.frontend.port.InParallel;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.Platform;
import dev.strake.llb.go.TooLargeException;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** A build: one graph for each platform, solved, and everything said about the trees that exporters need. */
final class PlatformBuilds {

  /** Bytes of a file that no person writes: its platforms do not fit into memory beside each other. */
  private static final int LARGE = 64 << 10;

  private final Lock compiling = new ReentrantLock();
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

  /**
   * The image of one platform.
   *
   * @param tree none where it is empty
   * @param graph kept only where there is more to be made of it
   */
  private record Built(
      Optional<Platform> target, CompiledImage image, Optional<Reference> tree, Optional<Definition> graph) {}

  FrontendResult build() {
    Optional<SbomScanner> scanner = options.sbom().map(sbom -> SbomScanner.load(port, options, sbom));
    List<Optional<Platform>> targets = new ArrayList<>();
    options.targetPlatforms().forEach(platform -> targets.add(Optional.of(platform)));
    if (targets.isEmpty()) {
      targets.add(Optional.empty());
    }
    DiagnosticSink sink = new DiagnosticSink();
    Optional<Parsed> parsed = compiler.parse(source.sourceMap(), source.file(), sink);
    if (parsed.isEmpty()) {
      throw failed(sink);
    }
    List<Work> works = new ArrayList<>();
    for (Optional<Platform> target : targets) {
      // The platforms' warnings are the same, so that one platform's will do.
      works.add(new Work(target, works.isEmpty() ? parsed.get() : parsed.get().silent()));
    }
    return result(InParallel.map(works, this::build), sink.all(), scanner);
  }

  /** What is to be done for one platform. */
  private record Work(Optional<Platform> target, Parsed parsed) {}

  private Built build(Work work) {
    Graph graph = source.sourceMap().data().length > LARGE ? graphAlone(work) : graph(work);
    SolveRequest request = SolveRequest.of(graph.definition).withCacheImports(options.cacheImports());
    Optional<Reference> tree = port.solve(request).single();
    return new Built(work.target, graph.image, tree, options.sbom().map(sbom -> graph.definition));
  }

  /** An image and what is sent of it. */
  private record Graph(CompiledImage image, Definition definition) {}

  private Graph graphAlone(Work work) {
    compiling.lock();
    try {
      return graph(work);
    } finally {
      compiling.unlock();
    }
  }

  private Graph graph(Work work) {
    DiagnosticSink sink = work.parsed.unit().sink();
    CompiledImage image = compiler.compile(work.parsed, work.target).orElseThrow(() -> failed(sink));
    new Warnings(port, source).report(sink.all());
    Definition definition = marshal(image::definition, FrontendDiagnostics::notMarshalled);
    new CapabilityCheck(port).check(definition, source);
    return new Graph(image, definition);
  }

  /** The failure that the errors are, once the client knows of the warnings before them. */
  private CompileFailed failed(DiagnosticSink sink) {
    new Warnings(port, source).report(sink.all());
    return CompileFailed.of(sink.all());
  }

  /**
   * A graph as it is sent.
   *
   * @param refused the error for a graph that cannot be marshalled, of the reason
   */
  static Definition marshal(Supplier<Definition> graph, Function<String, Diagnostic> refused) {
    try {
      return graph.get();
    } catch (MarshalException failure) {
      throw CompileFailed.of(List.of(refused.apply(String.valueOf(failure.getMessage()))));
    } catch (TooLargeException e) {
      throw CompileFailed.of(List.of(FrontendDiagnostics.tooLarge("the build's graph", e.limit())));
    }
  }

  private FrontendResult result(
      List<Built> built, List<Diagnostic> diagnostics, Optional<SbomScanner> scanner) {
    Map<String, Optional<Reference>> trees = new LinkedHashMap<>();
    Map<String, byte[]> metadata = new LinkedHashMap<>();
    Map<String, List<Attestation>> attestations = new LinkedHashMap<>();
    List<ExportPlatform> platforms = new ArrayList<>();
    for (Built each : built) {
      Platform target = each.target.orElse(options.buildPlatforms().getFirst());
      ExportPlatform platform = ExportPlatform.of(target, each.image.config().platform());
      platforms.add(platform);
      trees.put(platform.id(), each.tree);
      String suffix = options.multiPlatform() ? "/" + platform.id() : "";
      metadata.putAll(ImageMetadata.of(each.image, options.limits().messageBytes(), suffix));
      scanner.ifPresent(
          s -> {
            Definition graph = each.graph.orElse(Definition.EMPTY);
            attestations.put(platform.id(), List.of(s.scan(platform.id(), each.image, graph)));
          });
    }
    metadata.put(ExportPlatform.KEY, ExportPlatform.toJson(platforms));
    Optional<Reference> single = built.getFirst().tree;
    return options.multiPlatform()
        ? new FrontendResult(Optional.empty(), trees, metadata, attestations, diagnostics)
        : new FrontendResult(single, Map.of(), metadata, attestations, diagnostics);
  }
}
