package dev.strake.bridge.differential;

import dev.strake.frontend.ForwardingGateway;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.marshal.DefinitionVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A daemon's gateway with further options, which keeps warnings to itself and checks every graph. */
final class OverlayGateway extends ForwardingGateway {

  private final Map<String, String> options;
  private final Set<String> missing;
  private final List<BuildWarning> warnings = new ArrayList<>();

  /**
   * A gateway over the daemon's.
   *
   * @param missing the solver's capabilities that it does not tell of
   */
  OverlayGateway(GatewayPort daemon, Map<String, String> more, Set<String> missing) {
    super(daemon);
    this.missing = missing;
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
  public CapabilitySet llbCaps() {
    Map<String, CapabilitySet.State> states = new HashMap<>(super.llbCaps().states());
    states.keySet().removeAll(missing);
    return CapabilitySet.ofStates(states);
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
