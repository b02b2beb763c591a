package dev.strake.bridge.cli;

import dev.strake.bridge.control.BuildFunction;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.ForwardingGateway;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.marshal.Definition;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compiles a Dockerfile and keeps the graphs that would be built, and has the daemon build none of them. */
final class GraphCapture implements BuildFunction {

  private final Map<String, Definition> graphs = new ConcurrentHashMap<>();

  @Override
  public FrontendResult build(GatewayPort gateway) {
    Recorder recorder = new Recorder(gateway);
    FrontendResult result = new DockerfileFrontend().run(recorder);
    result.single().flatMap(recorder::graphOf).ifPresent(graph -> graphs.put("", graph));
    result
        .multiple()
        .forEach((platform, tree) -> tree.flatMap(recorder::graphOf).ifPresent(graph -> graphs.put(platform, graph)));
    return new FrontendResult(Optional.empty(), Map.of(), Map.of(), Map.of(), List.of());
  }

  /** The graphs by platform, sorted; the key of a build for one platform is empty. */
  Map<String, Definition> graphs() {
    Map<String, Definition> sorted = new LinkedHashMap<>();
    graphs.keySet().stream().sorted().forEach(platform -> sorted.put(platform, graphs.get(platform)));
    return sorted;
  }

  /** Passes everything on, and remembers which graph a tree stands for. */
  private static final class Recorder extends ForwardingGateway {

    private final Map<Reference, Definition> solved = new IdentityHashMap<>();

    Recorder(GatewayPort port) {
      super(port);
    }

    synchronized Optional<Definition> graphOf(Reference tree) {
      return Optional.ofNullable(solved.get(tree));
    }

    @Override
    public SolveResult solve(SolveRequest request) {
      SolveResult result = super.solve(request);
      synchronized (this) {
        request.definition().ifPresent(graph -> result.single().ifPresent(tree -> solved.put(tree, graph)));
      }
      return result;
    }
  }
}
