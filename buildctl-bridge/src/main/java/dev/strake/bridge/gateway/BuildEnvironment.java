package dev.strake.bridge.gateway;

import dev.strake.frontend.port.GatewayPort.WorkerInfo;
import java.util.List;
import java.util.Map;

/**
 * What a frontend is told when it starts.
 *
 * @param options the frontend's options
 * @param sessionId the client's session; empty where there is none
 * @param product who exports the result; empty where not told
 * @param workers the default one first
 */
public record BuildEnvironment(
    Map<String, String> options, String sessionId, String product, List<WorkerInfo> workers) {

  public BuildEnvironment {
    options = Map.copyOf(options);
    workers = List.copyOf(workers);
  }
}
