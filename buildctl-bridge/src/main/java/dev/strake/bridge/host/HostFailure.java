package dev.strake.bridge.host;

import dev.strake.grammar.diagnostics.Diagnostic;

/** This machine cannot do what is asked of it. Carries what to tell the user. */
public final class HostFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  public HostFailure(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
