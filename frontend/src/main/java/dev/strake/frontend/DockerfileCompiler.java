package dev.strake.frontend;

import dev.strake.frontend.lower.CompiledImage;
import dev.strake.frontend.subrequest.Outline;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceMap;
import java.util.Optional;

/**
 * From a Dockerfile to LLB: runs the phases one after the other, and stops between them when there are errors.
 *
 * <pre>{@code
 * DiagnosticSink sink = new DiagnosticSink();
 * Optional<CompiledImage> image = new DockerfileCompiler(port, contexts, options).compile(source, Optional.empty(), sink);
 * }</pre>
 */
public final class DockerfileCompiler {

  private final GatewayPort gateway;
  private final BuildContexts contexts;
  private final CompileOptions options;

  public DockerfileCompiler(GatewayPort gateway, BuildContexts contexts, CompileOptions options) {
    this.gateway = gateway;
    this.contexts = contexts;
    this.options = options;
  }

  /**
   * Compiles the options' target for one platform.
   *
   * @param source the Dockerfile; its vertices refer to it
   * @param platform absent for the platform that the daemon builds on
   * @return empty when the sink has errors
   */
  public Optional<CompiledImage> compile(SourceMap source, Optional<Platform> platform, DiagnosticSink sink) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** Compiles for the sake of the warnings only: all stages, where the options name no target. */
  public void lint(SourceMap source, DiagnosticSink sink) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** What the options' target can be given. */
  public Optional<Outline> outline(SourceMap source, DiagnosticSink sink) {
    throw new UnsupportedOperationException("not written yet");
  }
}
