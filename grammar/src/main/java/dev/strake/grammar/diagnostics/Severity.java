package dev.strake.grammar.diagnostics;

/** How much a {@link Diagnostic} matters. */
public enum Severity {
  /** Nothing can be built. */
  ERROR,
  /** It builds, but a lint rule has something to say. */
  WARNING
}
