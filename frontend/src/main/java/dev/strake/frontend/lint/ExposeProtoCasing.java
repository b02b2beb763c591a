package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoStrings;

/** {@code EXPOSE}'s protocols are in lower case. */
public final class ExposeProtoCasing extends LintRule {

  ExposeProtoCasing() {
    super("ExposeProtoCasing", "Protocol in EXPOSE instruction should be lowercase", "expose-proto-casing");
  }

  /** Warns about a protocol that is not in lower case. */
  public void check(Linter linter, Place place, String port, String protocol) {
    if (!protocol.equals(GoStrings.toLower(protocol))) {
      linter.report(this, place, "Defined protocol '" + port + "' in EXPOSE instruction should be lowercase");
    }
  }
}
