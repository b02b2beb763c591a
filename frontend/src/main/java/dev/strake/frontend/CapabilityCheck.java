package dev.strake.frontend;

import dev.strake.frontend.context.DockerfileSource;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.llb.Capability;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.OpMetadata;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalledOp;
import java.util.List;
import java.util.Optional;

/** Whether an older daemon can do all that a graph needs; asked before the graph is sent, for the daemon tells less. */
final class CapabilityCheck {

  private final GatewayPort port;

  CapabilityCheck(GatewayPort port) {
    this.port = port;
  }

  /**
   * Looks at each op of the graph.
   *
   * @param source what the graph was compiled from
   * @throws CompileFailed at the instruction that needs the first missing capability
   */
  void check(Definition graph, DockerfileSource source) {
    for (MarshalledOp op : graph.ops()) {
      Optional<String> missing = missing(graph, op);
      if (missing.isPresent()) {
        throw CompileFailed.of(List.of(diagnostic(missing.get()))).in(source.info(), lines(graph, op));
      }
    }
  }

  private Optional<String> missing(Definition graph, MarshalledOp op) {
    OpMetadata metadata = graph.metadata().get(op.digest());
    return metadata == null
        ? Optional.empty()
        : metadata.caps().stream().filter(id -> !port.llbCaps().supports(id)).sorted().findFirst();
  }

  private Diagnostic diagnostic(String id) {
    CapabilitySet caps = port.llbCaps();
    String sentence =
        Capability.ofId(id)
            .map(known -> caps.missingMessage(known, port.product()))
            .orElse("unknown API capability " + id);
    String version = port.workers().isEmpty() ? "" : port.workers().getFirst().daemonVersion();
    return FrontendDiagnostics.capabilityMissing(sentence, version);
  }

  private static List<LineRange> lines(Definition graph, MarshalledOp op) {
    return graph
        .source()
        .map(source -> source.locations().getOrDefault(op.digest(), List.of()))
        .orElse(List.of())
        .stream()
        .flatMap(location -> location.ranges().stream())
        .map(range -> new LineRange(range.startLine(), range.endLine()))
        .toList();
  }
}
