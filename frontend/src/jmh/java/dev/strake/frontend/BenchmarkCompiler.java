package dev.strake.frontend;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.lower.CompiledImage;
import dev.strake.frontend.options.CompileOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.standin.OneFolder;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.Capability;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceMap;
import dev.strake.llb.State;
import dev.strake.llb.marshal.Definition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Parses and compiles as the reference's side of the benchmarks does ({@code testdata/benchmarks/reference}): for
 * linux/amd64, with all capabilities, one local context, and one and the same configuration for every image.
 */
final class BenchmarkCompiler {

  private static final String DIGEST = "sha256:" + "2".repeat(64);
  private static final byte[] CONFIG =
      ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{\"Env\":"
              + "[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"],\"Cmd\":[\"/bin/sh\"]},"
              + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:" + "1".repeat(64) + "\"]}}")
          .getBytes(StandardCharsets.UTF_8);
  private static final CapabilitySet ALL =
      CapabilitySet.of(Arrays.stream(Capability.values()).map(Capability::id).collect(Collectors.toSet()));

  private BenchmarkCompiler() {}

  /** Whether the file has no syntax error. */
  static boolean parse(byte[] file) {
    DiagnosticSink sink = new DiagnosticSink();
    AstBuilder.parse(SourceFile.of("Dockerfile", file), SyntaxLimits.DEFAULT, sink);
    return !sink.hasErrors();
  }

  /** The marshalled graph; empty where the file has errors. */
  static Optional<Definition> compile(byte[] file) {
    SourceMap source = new SourceMap(Optional.empty(), "Dockerfile", "Dockerfile", file);
    CompileOptions options = CompileOptions.defaults(Platform.of("linux", "amd64"));
    return new DockerfileCompiler(new OneImage(), new OneFolder(), options)
        .compile(source)
        .image()
        .map(CompiledImage::definition);
  }

  private static final class OneImage implements GatewayPort {
    @Override
    public ResolvedImage resolveImageConfig(ImageRequest request) {
      return new ResolvedImage(request.ref(), DIGEST, CONFIG);
    }

    @Override
    public Map<String, String> options() {
      return Map.of();
    }

    @Override
    public String sessionId() {
      return "session";
    }

    @Override
    public String product() {
      return "";
    }

    @Override
    public List<WorkerInfo> workers() {
      return List.of();
    }

    @Override
    public CapabilitySet gatewayCaps() {
      return ALL;
    }

    @Override
    public CapabilitySet llbCaps() {
      return ALL;
    }

    @Override
    public Map<String, State> inputs() {
      return Map.of();
    }

    @Override
    public SourceMetadata resolveSourceMetadata(SourceRequest request) {
      throw new GatewayException(GatewayException.Kind.UNAVAILABLE, "no network");
    }

    @Override
    public SolveResult solve(SolveRequest request) {
      throw new GatewayException(GatewayException.Kind.UNAVAILABLE, "nothing is solved here");
    }

    @Override
    public void warn(BuildWarning warning) {
      throw new IllegalStateException("warnings go to the sink");
    }
  }
}
