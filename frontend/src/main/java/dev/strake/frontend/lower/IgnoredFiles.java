package dev.strake.frontend.lower;

import dev.strake.frontend.context.PatternMatcher;
import dev.strake.frontend.lint.LintRules;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoStrings;
import java.util.List;
import java.util.Set;

/** Warns about sources that the ignore file leaves out of the context. */
final class IgnoredFiles {

  private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*");

  private final PatternMatcher matcher;
  // What an exception takes in again cannot be told without the files.
  private final boolean decidable;
  private final boolean everything;

  /**
   * @param patterns the lines of the ignore file
   * @throws IllegalArgumentException when a line is malformed; the message is BuildKit's
   */
  IgnoredFiles(List<String> patterns) {
    this.matcher = PatternMatcher.of(patterns);
    this.decidable = !patterns.isEmpty() && !matcher.hasExclusions();
    this.everything =
        patterns.stream().map(GoStrings::trimSpace).map(GoPath::clean).anyMatch(EVERYTHING::contains);
  }

  /** Warns if the source is left out. */
  void check(String source, boolean add, Step step) {
    if (!decidable) {
      return;
    }
    String path = GoPath.clean(source);
    boolean root = path.equals(".") || path.equals("/");
    if (!(root && !everything) && matcher.matches(path)) {
      LintRules.COPY_IGNORED_FILE.report(step.linter(), step.place(), add ? "Add" : "Copy", path);
    }
  }
}
