package dev.strake.frontend;

import dev.strake.frontend.lower.CompiledImage;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.llb.Platform;
import java.util.Optional;

/**
 * From a Dockerfile to LLB: runs the phases one after the other, and stops between them when there are errors.
 *
 * <pre>{@code
 * DiagnosticSink sink = new DiagnosticSink();
 * Optional<CompiledImage> image = new DockerfileCompiler(port, contexts, options).compile(file, Optional.empty(), sink);
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
   * @param platform absent for the platform that the daemon builds on
   * @return empty when the sink has errors
   */
  public Optional<CompiledImage> compile(SourceFile file, Optional<Platform> platform, DiagnosticSink sink) {
    throw new UnsupportedOperationException("not written yet");
  }
}
