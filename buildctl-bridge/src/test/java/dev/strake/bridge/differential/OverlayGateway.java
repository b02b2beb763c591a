package dev.strake.bridge.differential;

import dev.strake.frontend.ForwardingGateway;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.marshal.DefinitionVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A daemon's gateway with further options, which keeps warnings to itself and checks every graph. */
final class OverlayGateway extends ForwardingGateway {

  private final Map<String, String> options;
  private final List<BuildWarning> warnings = new ArrayList<>();

  OverlayGateway(GatewayPort daemon, Map<String, String> more) {
    super(daemon);
    this.options = new HashMap<>(daemon.options());
    this.options.putAll(more);
  }

  List<BuildWarning> warnings() {
    return warnings;
  }

  @Override
  public Map<String, String> options() {
    return Map.copyOf(options);
  }

  @Override
  public synchronized void warn(BuildWarning warning) {
    warnings.add(warning);
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    List<String> problems = request.definition().map(DefinitionVerifier::verify).orElse(List.of());
    if (!problems.isEmpty()) {
      throw new IllegalStateException("not a whole graph: " + problems);
    }
    return super.solve(request);
  }
}
