package dev.strake.bridge.cli;

import dev.strake.grammar.diagnostics.Diagnostic;

final class DiagnosticRenderer {
  private DiagnosticRenderer() {}

  static String render(Diagnostic diagnostic) {
    StringBuilder text = new StringBuilder("ERROR: ").append(diagnostic.message()).append('\n');
    diagnostic.help().ifPresent(help -> text.append("  ").append(help).append('\n'));
    return text.toString();
  }
}
