package dev.strake.grammar.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the diagnostics of one run, in the order in which they are found.
 *
 * <p>The order matters: the reference stops at its first error, which is the first one reported here. Not thread-safe;
 * phases that work in parallel use one sink each and join them in declaration order with {@link #addAll}.
 */
public final class DiagnosticSink {

  private final List<Diagnostic> found = new ArrayList<>();
  private int errors;

  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
    if (diagnostic.isError()) {
      errors++;
    }
  }

  public void addAll(DiagnosticSink other) {
    other.found.forEach(this::add);
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** The error that the reference would have stopped at. */
  public Optional<Diagnostic> firstError() {
    return found.stream().filter(Diagnostic::isError).findFirst();
  }

  /** All of them, in the order of finding. */
  public List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
