package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoStrings;

/** Stage names are written in lower case. */
public final class StageNameCasing extends LintRule {

  StageNameCasing() {
    super("StageNameCasing", "Stage names should be lowercase", "stage-name-casing");
  }

  /** Warns where a stage's name, as written, is not in lower case. */
  public void check(Linter linter, Place from, String stageName) {
    if (!GoStrings.toLower(stageName).equals(stageName)) {
      linter.report(this, from, "Stage name '" + stageName + "' should be lowercase");
    }
  }
}
