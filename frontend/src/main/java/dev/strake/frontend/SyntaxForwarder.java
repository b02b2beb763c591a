package dev.strake.frontend;

import dev.strake.frontend.context.DockerfileSource;
import dev.strake.frontend.options.FrontendOptions;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.grammar.SyntaxDirective;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.llb.go.GoStrings;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands over to the frontend image that a build argument or the Dockerfile names. */
final class SyntaxForwarder {

  private static final String GATEWAY = "gateway.v0";
  private static final String INPUTS = "frontend.inputs";

  private final GatewayPort port;
  private final FrontendOptions options;

  SyntaxForwarder(GatewayPort port, FrontendOptions options) {
    this.port = port;
    this.options = options;
  }

  /** The other frontend's result; empty where none is named, or one has handed over to us. */
  Optional<FrontendResult> forward(DockerfileSource source) {
    if (options.forwarded()) {
      return Optional.empty();
    }
    if (options.syntax().isPresent()) {
      return Optional.of(forwardToArgument(options.syntax().get()));
    }
    return SyntaxDirective.detect(source.file()).map(directive -> forwardToDirective(directive, source));
  }

  private FrontendResult forwardToArgument(String commandLine) {
    String trimmed = GoStrings.trimSpace(commandLine);
    int blank = trimmed.indexOf(' ');
    try {
      return forward(blank < 0 ? trimmed : trimmed.substring(0, blank), commandLine);
    } catch (GatewayException refused) {
      String doing = "failed with build-arg:BUILDKIT_SYNTAX = " + commandLine;
      throw refused.isLocated() ? refused : refused.within(doing);
    }
  }

  private FrontendResult forwardToDirective(SyntaxDirective directive, DockerfileSource source) {
    try {
      return forward(directive.reference(), directive.value());
    } catch (GatewayException refused) {
      CompileFailed failed = CompileFailed.of("", refused);
      List<LineRange> lines = List.of(new LineRange(directive.line(), directive.line()));
      throw refused.isLocated() ? failed : failed.in(source.info(), lines);
    }
  }

  private FrontendResult forward(String image, String commandLine) {
    Map<String, String> all = new HashMap<>(options.all());
    all.put("cmdline", commandLine);
    all.put("source", image);
    Map<String, Definition> inputs = new HashMap<>();
    if (port.gatewayCaps().supports(INPUTS)) {
      port.inputs()
          .forEach((name, state) -> inputs.put(name, Marshaller.marshal(state, MarshalOptions.defaults())));
    }
    return FrontendResult.of(port.solve(SolveRequest.ofFrontend(GATEWAY, all, inputs)));
  }
}
