package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;

/** A base image has a valid name when no build argument is given. */
public final class InvalidDefaultArgInFrom extends LintRule {

  InvalidDefaultArgInFrom() {
    super(
        "InvalidDefaultArgInFrom",
        "Default value for global ARG results in an empty or invalid base image name",
        "invalid-default-arg-in-from");
  }

  /** Warns about a base image whose name is not valid when no build argument is given. */
  public void report(Linter linter, Place from, String baseName) {
    linter.report(this, from, "Default value for ARG " + baseName + " results in empty or invalid base image name");
  }
}
