package dev.strake.bridge.differential;

import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.GatewayPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Our frontend, which keeps the warnings of all its runs. */
final class StrakeSide implements Side {

  private final List<String> warnings = new ArrayList<>();
  private final List<String> failedAt = new ArrayList<>();

  @Override
  public Map<String, String> run(GatewayPort gateway, Map<String, String> request) {
    OverlayGateway overlay = new OverlayGateway(gateway, request);
    try {
      return Aspects.ofMetadata(new DockerfileFrontend().run(overlay).metadata());
    } catch (CompileFailed e) {
      if (request.containsValue("frontend.convertllb")) {
        e.ranges().stream().map(Aspects::lineRange).distinct().forEach(failedAt::add);
      }
      return Aspects.ofFailure(e.getMessage());
    } finally {
      overlay.warnings().forEach(warning -> warnings.add(Aspects.warning(warning)));
    }
  }

  /** The lines of the conversion's failure. */
  List<String> failedAt() {
    return failedAt;
  }

  List<String> warnings() {
    return warnings;
  }
}
