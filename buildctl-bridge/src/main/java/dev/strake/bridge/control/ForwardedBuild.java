package dev.strake.bridge.control;

import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.CacheImport;
import dev.strake.frontend.port.GatewayPort.SolveResult;
import java.util.Map;

/** Has the daemon build what {@link SolveSpec.Work.Forwarded} says, and returns its result as this build's own. */
final class ForwardedBuild implements BuildFunction {

  private final SolveSpec.Work.Forwarded work;
  private final SolveSpec spec;

  /** @param spec has the caches as the daemon finds them */
  ForwardedBuild(SolveSpec.Work.Forwarded work, SolveSpec spec) {
    this.work = work;
    this.spec = spec;
  }

  @Override
  public FrontendResult build(GatewayPort gateway) {
    GatewayPort.SolveRequest request =
        new GatewayPort.SolveRequest(
            work.graph(),
            work.frontend(),
            spec.options(),
            Map.of(),
            spec.cacheImports().stream().map(entry -> new CacheImport(entry.type(), entry.attributes())).toList(),
            false);
    SolveResult result = gateway.solve(request);
    work.metadata().accept(result.metadata());
    return FrontendResult.of(result);
  }
}
