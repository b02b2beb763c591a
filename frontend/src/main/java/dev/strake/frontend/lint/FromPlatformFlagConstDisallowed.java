package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.shell.Expansion;
import dev.strake.llb.Platform;
import dev.strake.llb.go.GoQuote;
import java.util.Optional;

/** {@code FROM --platform} is a variable, unless the stage is named after its platform. */
public final class FromPlatformFlagConstDisallowed extends LintRule {

  FromPlatformFlagConstDisallowed() {
    super(
        "FromPlatformFlagConstDisallowed",
        "FROM --platform flag should not use a constant value",
        "from-platform-flag-const-disallowed");
  }

  /**
   * Warns about a platform without a variable in it.
   *
   * @param platform what {@code expanded} says; absent where it is no platform
   */
  public void check(Linter linter, Place from, String stageName, Expansion expanded, Optional<Platform> platform) {
    if (platform.isEmpty() || !expanded.matched().isEmpty() || !expanded.unmatched().isEmpty()) {
      return;
    }
    Platform constant = platform.get();
    if (!stageName.contains(constant.os()) && !stageName.contains(constant.architecture())) {
      String message = "FROM --platform flag should not use constant value " + GoQuote.quote(expanded.text());
      linter.report(this, from, message);
    }
  }
}
