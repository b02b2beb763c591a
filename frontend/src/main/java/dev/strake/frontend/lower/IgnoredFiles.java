package dev.strake.frontend.lower;

import dev.strake.frontend.context.PatternMatcher;
import dev.strake.frontend.lint.LintRules;
import java.util.List;

/** Warns about sources that the ignore file leaves out of the context. */
final class IgnoredFiles {

  private final PatternMatcher matcher;

  /**
   * @param patterns the lines of the ignore file
   * @throws IllegalArgumentException when a line is malformed; the message is BuildKit's
   */
  IgnoredFiles(List<String> patterns) {
    this.matcher = PatternMatcher.of(patterns);
  }

  /** Warns if the source is left out. */
  void check(String source, boolean add, Step step) {
    LintRules.COPY_IGNORED_FILE.check(step.linter(), step.place(), add ? "Add" : "Copy", source, matcher);
  }
}
