package dev.strake.bridge.cli;

import dev.strake.bridge.control.BuildFunction;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.LintReport;
import dev.strake.frontend.port.GatewayPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Looks at a Dockerfile, has the daemon build nothing, and remembers what was found. */
final class LintFunction implements BuildFunction {

  private final AtomicReference<Optional<LintReport>> report = new AtomicReference<>(Optional.empty());

  @Override
  public FrontendResult build(GatewayPort gateway) {
    report.set(Optional.of(new DockerfileFrontend().lint(gateway)));
    return new FrontendResult(Optional.empty(), Map.of(), Map.of(), Map.of(), List.of());
  }

  /** What was found, once the function has run. */
  LintReport report() {
    return report.get().orElseThrow();
  }
}
