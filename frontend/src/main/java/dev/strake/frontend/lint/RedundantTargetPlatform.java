package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.shell.Environment;
import dev.strake.grammar.shell.Expansion;

/** {@code FROM --platform} does not say what holds anyway. */
public final class RedundantTargetPlatform extends LintRule {

  RedundantTargetPlatform() {
    super(
        "RedundantTargetPlatform",
        "Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior",
        "redundant-target-platform");
  }

  private static final String TARGET_PLATFORM = "TARGETPLATFORM";

  /** Warns where the flag's value is nothing but the target platform's variable. */
  public void check(Linter linter, Place from, String written, Expansion expanded, Environment globals) {
    boolean only =
        expanded.unmatched().isEmpty()
            && expanded.matched().size() == 1
            && expanded.matched().contains(TARGET_PLATFORM);
    if (only && expanded.text().equals(globals.get(TARGET_PLATFORM))) {
      String message =
          "Setting platform to predefined " + written + " in FROM is redundant as this is the default behavior";
      linter.report(this, from, message);
    }
  }
}
