package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes warnings to a sink, but for those of rules that are switched off.
 *
 * <p>Linters made from one another share their sink and their record of broken rules. Not thread-safe, as the sink is
 * not.
 */
public final class Linter {

  private final LintConfig config;
  private final Optional<Log> log;

  private Linter(LintConfig config, Optional<Log> log) {
    this.config = config;
    this.log = log;
  }

  /** Where warnings go, and which rules they were of, in the order of the first ones. */
  private record Log(SourceFile source, DiagnosticSink sink, Set<String> broken) {}

  /** A linter for a file. */
  public static Linter of(LintConfig config, SourceFile source, DiagnosticSink sink) {
    return new Linter(config, Optional.of(new Log(source, sink, new LinkedHashSet<>())));
  }

  /** A linter that never says anything. */
  public static Linter disabled() {
    return new Linter(LintConfig.DEFAULT, Optional.empty());
  }

  /** This linter, with what a {@code # check=} comment among {@code comments} switches off or on. */
  public Linter withComments(List<String> comments) {
    LintConfig merged = comments.isEmpty() ? config : config.mergedFrom(comments);
    return merged == config ? this : new Linter(merged, log);
  }

  /**
   * Warns, unless {@code rule} is switched off. Behind an error nothing is warned about: there the reference has
   * stopped, and what comes after may only follow from the error.
   */
  void report(LintRule rule, Place place, String message) {
    report(rule, Optional.of(place), message);
  }

  /** The same, where there may be no place in the file. */
  void report(LintRule rule, Optional<Place> place, String message) {
    if (log.isPresent() && !log.get().sink().hasErrors() && config.runs(rule)) {
      log.get().broken().add(rule.name());
      log.get().sink().add(LintDiagnostics.warning(rule, log.get().source(), place, message));
    }
  }

  /** The error that the warnings add up to; absent where there are none or they are only warnings. */
  public Optional<Diagnostic> violation() {
    return log.map(Log::broken)
        .filter(broken -> config.error() && !broken.isEmpty())
        .map(LintDiagnostics::violation);
  }
}
