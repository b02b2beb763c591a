package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoQuote;

/** No two stages have the same name. */
public final class DuplicateStageName extends LintRule {

  DuplicateStageName() {
    super("DuplicateStageName", "Stage names should be unique", "duplicate-stage-name");
  }

  /** Warns where a stage has an earlier stage's name. */
  public void report(Linter linter, Place from, String stageName) {
    linter.report(this, from, "Duplicate stage name " + GoQuote.quote(stageName) + ", stage names should be unique");
  }
}
