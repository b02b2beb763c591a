package dev.strake.bridge.differential;

import dev.strake.frontend.GatewayPort;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.State;
import dev.strake.llb.marshal.DefinitionVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A daemon's gateway with further options, which keeps warnings to itself and checks every graph. */
final class OverlayGateway implements GatewayPort {

  private final GatewayPort daemon;
  private final Map<String, String> options;
  private final List<BuildWarning> warnings = new ArrayList<>();

  OverlayGateway(GatewayPort daemon, Map<String, String> more) {
    this.daemon = daemon;
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
  public String sessionId() {
    return daemon.sessionId();
  }

  @Override
  public String product() {
    return daemon.product();
  }

  @Override
  public List<WorkerInfo> workers() {
    return daemon.workers();
  }

  @Override
  public CapabilitySet gatewayCaps() {
    return daemon.gatewayCaps();
  }

  @Override
  public CapabilitySet llbCaps() {
    return daemon.llbCaps();
  }

  @Override
  public Map<String, State> inputs() {
    return daemon.inputs();
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    return daemon.resolveImageConfig(request);
  }

  @Override
  public SourceMetadata resolveSourceMetadata(SourceRequest request) {
    return daemon.resolveSourceMetadata(request);
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    List<String> problems = request.definition().map(DefinitionVerifier::verify).orElse(List.of());
    if (!problems.isEmpty()) {
      throw new IllegalStateException("not a whole graph: " + problems);
    }
    return daemon.solve(request);
  }
}
