package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Severity;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the linter says: one method for each kind of diagnostic. */
public final class LintDiagnostics {

  private LintDiagnostics() {}

  /** A rule's warning; its code is the rule's name. */
  static Diagnostic warning(LintRule rule, SourceFile source, Optional<Place> place, String message) {
    return new Diagnostic(
        rule.name(),
        Severity.WARNING,
        message,
        Optional.of(source),
        place.map(Place::span),
        place.map(Place::lines),
        List.of(),
        Optional.empty(),
        rule.url());
  }

  /** Warnings, where they are to fail the build. */
  static Diagnostic violation(Collection<String> rules) {
    return Diagnostic.error("lint-violation", "lint violation found for rules: " + String.join(", ", rules))
        .withHelp("mend what the warnings say, or build without error=true in the check option");
  }

  /**
   * A file's check option that cannot be read; the reference tells no place of it.
   *
   * @param message the one of {@link LintConfig.Parsed.Invalid}
   */
  static Diagnostic invalidCheckOption(String message, SourceFile file, Span directive) {
    return Diagnostic.error("invalid-check-option", "failed to parse check options: " + message, file, directive)
        .withoutLines()
        .withHelp("the options are skip=, experimental= and error=, with ; between them");
  }
}
