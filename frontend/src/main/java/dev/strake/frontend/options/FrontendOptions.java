package dev.strake.frontend.options;

import dev.strake.frontend.port.GatewayPort;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import java.util.Map;
import java.util.Optional;

/**
 * The frontend options, parsed once: what compiling needs, and what only the frontend call itself needs.
 *
 * @param compile what compiling needs
 * @param contexts where the Dockerfile and the contexts are
 * @param capabilities the frontend capabilities that the client asks for
 * @param request the subrequest's id; absent for a build
 * @param forwarded whether another frontend has handed over already, so that no {@code # syntax=} counts
 * @param syntax the frontend that a build argument names in place of {@code # syntax=}
 * @param all the options to hand over to another frontend
 */
public record FrontendOptions(
    CompileOptions compile,
    ContextOptions contexts,
    CapabilityRequest capabilities,
    Optional<String> request,
    boolean forwarded,
    Optional<String> syntax,
    Map<String, String> all) {

  /** Reads the port's options; what is wrong with them goes to the sink. */
  public static FrontendOptions parse(GatewayPort port, DiagnosticSink sink) {
    return new FrontendOptionsParser(port, sink).parse();
  }

  /**
   * The frontend capabilities that the client asks for.
   *
   * @param missing the first that is not there
   * @param mayForward whether another frontend may answer in place of this one where one is missing
   */
  public record CapabilityRequest(Optional<String> missing, boolean mayForward) {}
}
