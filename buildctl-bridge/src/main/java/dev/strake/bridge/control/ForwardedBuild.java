package dev.strake.bridge.control;

import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.CacheImport;
import dev.strake.frontend.port.GatewayPort.SolveResult;
import dev.strake.llb.marshal.Definition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Has the daemon build what {@link SolveSpec.Work.Forwarded} says, and returns its result as this build's own. Asks as
 * the reference's command does.
 */
final class ForwardedBuild implements BuildFunction {

  private static final String QUESTION = "requestid";
  private static final String CAPABILITIES = "frontend.caps";

  private final SolveSpec.Work.Forwarded work;
  private final Map<String, String> options;
  private final List<CacheEntry> cacheImports;

  /** @param told what the daemon is told of the options: what stands there goes before the user's own */
  ForwardedBuild(
      SolveSpec.Work.Forwarded work,
      Map<String, String> options,
      Map<String, String> told,
      List<CacheEntry> cacheImports) {
    this.work = work;
    this.options = new LinkedHashMap<>(options);
    this.options.replaceAll(told::getOrDefault);
    this.cacheImports = cacheImports;
    if (options.containsKey(QUESTION)) {
      this.options.putIfAbsent(CAPABILITIES, "moby.buildkit.frontend.subrequests");
    }
  }

  @Override
  public FrontendResult build(GatewayPort gateway) {
    Optional<Definition> graph = Optional.empty();
    String frontend = "";
    switch (work.work()) {
      case SolveSpec.Work.Graph(Definition definition) -> graph = Optional.of(definition);
      case SolveSpec.Work.Frontend(String name) -> frontend = name;
    }
    GatewayPort.SolveRequest request =
        new GatewayPort.SolveRequest(
            graph,
            frontend,
            options,
            Map.of(),
            cacheImports.stream().map(entry -> new CacheImport(entry.type(), entry.attributes())).toList(),
            false);
    SolveResult result = gateway.solve(request);
    work.metadata().accept(result.metadata());
    return FrontendResult.of(result);
  }
}
