package dev.strake.bridge.differential;

import com.google.common.base.Throwables;
import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.port.GatewayPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our frontend, which keeps the warnings of all its runs. */
final class StrakeSide implements Side {

  private final Set<String> missing;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Our side.
   *
   * @param missing the solver's capabilities that it is not told of
   */
  StrakeSide(Set<String> missing) {
    this.missing = missing;
  }

  @Override
  public Map<String, String> run(GatewayPort gateway, Map<String, String> request) {
    OverlayGateway overlay = new OverlayGateway(gateway, request, missing);
    try {
      return Aspects.ofMetadata(new DockerfileFrontend().run(overlay).metadata());
    } catch (CompileFailed e) {
      return Aspects.ofFailure(e.getMessage(), places(e));
    } catch (RuntimeException bug) {
      return Map.of("bug", Throwables.getStackTraceAsString(bug));
    } finally {
      overlay.warnings().forEach(warning -> warnings.add(Aspects.warning(warning)));
    }
  }

  List<String> warnings() {
    return warnings;
  }

  /** Without the file the lines do not go to the client. */
  private static List<String> places(CompileFailed failure) {
    return failure.source().isEmpty() ? List.of() : failure.places().stream().map(Aspects::place).toList();
  }
}
