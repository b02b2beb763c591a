package dev.strake.frontend;

import dev.strake.frontend.port.GatewayPort;
import dev.strake.llb.CapabilitySet;
import dev.strake.llb.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A port that passes every call on to another one: for those that change or watch some calls only. */
public abstract class ForwardingGateway implements GatewayPort {

  private final GatewayPort port;

  /** Passes calls on to this port. */
  protected ForwardingGateway(GatewayPort port) {
    this.port = port;
  }

  @Override
  public Map<String, String> options() {
    return port.options();
  }

  @Override
  public String sessionId() {
    return port.sessionId();
  }

  @Override
  public String product() {
    return port.product();
  }

  @Override
  public List<WorkerInfo> workers() {
    return port.workers();
  }

  @Override
  public CapabilitySet gatewayCaps() {
    return port.gatewayCaps();
  }

  @Override
  public CapabilitySet llbCaps() {
    return port.llbCaps();
  }

  @Override
  public Map<String, State> inputs() {
    return port.inputs();
  }

  @Override
  public ResolvedImage resolveImageConfig(ImageRequest request) {
    return port.resolveImageConfig(request);
  }

  @Override
  public SourceMetadata resolveSourceMetadata(SourceRequest request) {
    return port.resolveSourceMetadata(request);
  }

  @Override
  public Optional<String> sshHostKey(String host) {
    return port.sshHostKey(host);
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    return port.solve(request);
  }

  @Override
  public void warn(BuildWarning warning) {
    port.warn(warning);
  }
}
