package dev.strake.frontend;

import dev.strake.frontend.options.FrontendOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import java.util.function.Function;

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
    return answer(port, FrontendCall::run);
  }

  /**
   * Looks at the Dockerfile with this frontend's own rules, even where the file names another frontend. No frontend is
   * loaded for it, and nothing is built.
   *
   * @throws CompileFailed when the options are wrong or the Dockerfile cannot be had
   */
  public LintReport lint(GatewayPort port) {
    return answer(port, FrontendCall::lint);
  }

  private static <T> T answer(GatewayPort port, Function<FrontendCall, T> question) {
    try {
      DiagnosticSink sink = new DiagnosticSink();
      FrontendOptions options = FrontendOptions.parse(port, sink);
      if (sink.hasErrors()) {
        throw CompileFailed.of(sink.all());
      }
      return question.apply(new FrontendCall(new ResolveCache(port), options));
    } catch (GatewayException refused) {
      throw CompileFailed.of("", refused);
    }
  }
}
