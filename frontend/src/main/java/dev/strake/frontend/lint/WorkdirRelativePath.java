package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoQuote;

/** A stage's first {@code WORKDIR} is absolute. */
public final class WorkdirRelativePath extends LintRule {

  WorkdirRelativePath() {
    super(
        "WorkdirRelativePath",
        "Relative workdir without an absolute workdir declared within the build can have unexpected "
            + "results if the base image changes",
        "workdir-relative-path");
  }

  /** Warns about a relative {@code WORKDIR} that is its stage's first. */
  public void report(Linter linter, Place place, String path) {
    String message =
        "Relative workdir " + GoQuote.quote(path) + " can have unexpected results if the base image changes";
    linter.report(this, place, message);
  }
}
