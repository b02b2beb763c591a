package dev.strake.frontend;

import dev.strake.frontend.options.FrontendOptions;
import dev.strake.grammar.diagnostics.DiagnosticSink;

/**
 * The whole frontend call: reads the Dockerfile through the port, compiles it for each target platform, has the daemon
 * solve the graphs, and gives back the result with its metadata. Answers subrequests, and hands over to the frontend
 * image that a {@code # syntax=} line names.
 *
 * <pre>{@code
 * FrontendResult result = new DockerfileFrontend().run(port);
 * }</pre>
 */
public final class DockerfileFrontend {

  /**
   * Does what the port's options ask for.
   *
   * @throws CompileFailed when there is no result
   */
  public FrontendResult run(GatewayPort port) {
    try {
      DiagnosticSink sink = new DiagnosticSink();
      FrontendOptions options = FrontendOptions.parse(port, sink);
      if (sink.hasErrors()) {
        throw CompileFailed.of(sink.all());
      }
      return new FrontendCall(new ResolveCache(port), options).run();
    } catch (GatewayException refused) {
      throw CompileFailed.of("", refused);
    }
  }
}
