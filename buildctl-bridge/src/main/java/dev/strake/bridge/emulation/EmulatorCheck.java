package dev.strake.bridge.emulation;

import dev.strake.bridge.host.Host;
import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.ForwardingGateway;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.llb.Platform;
import dev.strake.llb.marshal.Definition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses a graph whose programs are for a machine that the daemon neither is nor emulates, before any of it runs. For
 * daemons of this machine only: what lies on the PATH of another is not to be seen from here.
 */
public final class EmulatorCheck extends ForwardingGateway {

  private final Host host;

  public EmulatorCheck(GatewayPort daemon, Host host) {
    super(daemon);
    this.host = host;
  }

  @Override
  public SolveResult solve(SolveRequest request) {
    request.definition().ifPresent(this::requireEmulators);
    return super.solve(request);
  }

  private void requireEmulators(Definition graph) {
    Set<String> runs =
        workers().stream()
            .flatMap(worker -> worker.platforms().stream())
            .map(EmulatorCheck::machine)
            .collect(Collectors.toSet());
    List<Diagnostic> missing =
        graph.execPlatforms().stream()
            .filter(platform -> !runs.contains(machine(platform)))
            .filter(platform -> !Emulators.onPath(platform, host))
            .map(EmulationDiagnostics::missing)
            .toList();
    if (!runs.isEmpty() && !missing.isEmpty()) {
      throw CompileFailed.of(missing);
    }
  }

  /** One emulator serves all variants of an architecture. */
  private static String machine(Platform platform) {
    return platform.os() + "/" + platform.architecture();
  }
}
