package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;

/** {@code MAINTAINER} is not used. */
public final class MaintainerDeprecated extends LintRule {

  MaintainerDeprecated() {
    super(
        "MaintainerDeprecated",
        "The MAINTAINER instruction is deprecated, use a label instead to define an image author",
        "maintainer-deprecated");
  }

  /** Warns about a {@code MAINTAINER}. */
  public void report(Linter linter, Place place) {
    linter.report(this, place, "Maintainer instruction is deprecated in favor of using label");
  }
}
