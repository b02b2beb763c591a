package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.frontend.pattern.PatternMatcher;
import dev.strake.llb.go.GoPath;
import dev.strake.llb.go.GoQuote;
import java.util.Set;

/** What {@code COPY} and {@code ADD} name is not excluded by the ignore file. */
public final class CopyIgnoredFile extends LintRule {

  private static final Set<String> ROOTS = Set.of(".", "/");
  private static final Set<String> EVERYTHING = Set.of("*", "**", "**/*");

  CopyIgnoredFile() {
    super("CopyIgnoredFile", "Attempting to Copy file that is excluded by .dockerignore", "copy-ignored-file");
  }

  /**
   * Warns about a source that is excluded. Where a pattern takes files in again nothing is said: a folder that is
   * excluded may hold files that are not.
   *
   * @param verb {@code Copy} or {@code Add}
   * @param source as the instruction ends up with
   * @throws IllegalArgumentException when a pattern turns out to be malformed; the message is BuildKit's
   */
  public void check(Linter linter, Place place, String verb, String source, PatternMatcher ignored) {
    if (ignored.hasExclusions()) {
      return;
    }
    String file = GoPath.clean(source);
    boolean wholeContext = ROOTS.contains(file);
    if ((!wholeContext || ignoresEverything(ignored)) && ignored.matches(file)) {
      String message = "Attempting to " + verb + " file " + GoQuote.quote(file) + " that is excluded by .dockerignore";
      linter.report(this, place, message);
    }
  }

  /** The whole context is only missing where all its entries are. */
  private static boolean ignoresEverything(PatternMatcher ignored) {
    return ignored.patterns().stream().anyMatch(pattern -> EVERYTHING.contains(pattern.text()));
  }
}
