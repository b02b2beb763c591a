package dev.strake.frontend.lint;

import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Takes warnings to a sink, but for those of rules that are switched off.
 *
 * <p>Linters made from one another share their sink and their record of broken rules. Not thread-safe, as the sink is not.
 */
public final class Linter {

  private Linter() {}

  /** A linter for a file. */
  public static Linter of(LintConfig config, SourceFile source, DiagnosticSink sink) {
    throw new UnsupportedOperationException();
  }

  /** A linter that never says anything. */
  public static Linter disabled() {
    throw new UnsupportedOperationException();
  }

  /** This linter, with what a {@code # check=} comment among {@code comments} switches off or on. */
  public Linter withComments(List<String> comments) {
    throw new UnsupportedOperationException();
  }

  /** Warns, unless {@code rule} is switched off. */
  public void report(LintRule rule, Place place, String message) {
    throw new UnsupportedOperationException();
  }

  /** The error that the warnings add up to; absent where there are none or they are only warnings. */
  public Optional<Diagnostic> violation() {
    throw new UnsupportedOperationException();
  }
}
