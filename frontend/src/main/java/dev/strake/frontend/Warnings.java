package dev.strake.frontend;

import dev.strake.frontend.context.DockerfileSource;
import dev.strake.frontend.lint.LintRule;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.BuildWarning;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.util.List;

/** Tells the client of warnings. */
final class Warnings {

  private static final int LEVEL = 1;

  private final GatewayPort port;
  private final DockerfileSource source;

  Warnings(GatewayPort port, DockerfileSource source) {
    this.port = port;
    this.source = source;
  }

  /** Reports the warnings among the diagnostics, in their order. */
  void report(List<Diagnostic> diagnostics) {
    for (Diagnostic each : diagnostics) {
      if (!each.isError()) {
        port.warn(warning(each));
      }
    }
  }

  private BuildWarning warning(Diagnostic diagnostic) {
    String line = diagnostic.lines().map(lines -> " (line " + lines.first() + ")").orElse("");
    String description = LintRules.find(diagnostic.code()).map(LintRule::description).orElse("");
    return new BuildWarning(
        source.definition().head().orElse(""),
        LEVEL,
        diagnostic.code() + ": " + diagnostic.message() + line,
        List.of(description),
        diagnostic.url().orElse(""),
        source.info(),
        diagnostic.eachLine());
  }
}
