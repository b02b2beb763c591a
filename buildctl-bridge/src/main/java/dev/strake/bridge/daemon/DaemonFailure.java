package dev.strake.bridge.daemon;

import dev.strake.grammar.diagnostics.Diagnostic;

/** A daemon cannot be had. Carries what to tell the user. */
public final class DaemonFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public DaemonFailure(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
