package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Dockerfile;
import dev.strake.frontend.ast.Place;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;

/** No blank line follows a line that is continued. */
public final class NoEmptyContinuation extends LintRule {

  NoEmptyContinuation() {
    super(
        "NoEmptyContinuation",
        "Empty continuation lines will become errors in a future release",
        "no-empty-continuation");
  }

  /** Warns at the last line of each instruction with blank lines in it. */
  public void check(Linter linter, Dockerfile dockerfile) {
    for (int line : dockerfile.emptyContinuations()) {
      Place place = new Place(dockerfile.source().lineSpan(line), new LineRange(line, line));
      linter.report(this, place, "Empty continuation line");
    }
  }
}
