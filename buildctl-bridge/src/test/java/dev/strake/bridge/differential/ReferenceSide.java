package dev.strake.bridge.differential;

import dev.strake.bridge.error.GrpcErrors;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.SolveRequest;
import dev.strake.frontend.port.GatewayPort.SolveResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The daemon's own {@code dockerfile.v0}. */
final class ReferenceSide implements Side {

  @Override
  public Map<String, String> run(GatewayPort gateway, Map<String, String> request) {
    Map<String, String> options = new HashMap<>(gateway.options());
    options.putAll(request);
    try {
      SolveResult result =
          gateway.solve(new SolveRequest(Optional.empty(), "dockerfile.v0", options, Map.of(), List.of(), false));
      return Aspects.ofMetadata(result.metadata());
    } catch (GatewayException e) {
      if (e.kind() == GatewayException.Kind.UNAVAILABLE) {
        // The daemon is gone, and no other run will tell more.
        throw e;
      }
      return Aspects.ofFailure(e.getMessage(), Aspects.places(GrpcErrors.translate(e.getCause())));
    }
  }
}
