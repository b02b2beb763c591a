package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoStrings;

/** {@code FROM} and its {@code AS} are written in the same case. */
public final class FromAsCasing extends LintRule {

  FromAsCasing() {
    super("FromAsCasing", "The 'as' keyword should match the case of the 'from' keyword", "from-as-casing");
  }

  /** Warns where {@code as} is in another case than {@code from}; not where {@code from} itself is in mixed case. */
  public void check(Linter linter, Place place, String from, String as) {
    boolean lower = from.equals(GoStrings.toLower(from));
    boolean upper = from.equals(GoStrings.toUpper(from));
    if (!lower && !upper) {
      return;
    }
    if (!as.equals(lower ? GoStrings.toLower(as) : GoStrings.toUpper(as))) {
      linter.report(this, place, "'" + as + "' and '" + from + "' keywords' casing do not match");
    }
  }
}
