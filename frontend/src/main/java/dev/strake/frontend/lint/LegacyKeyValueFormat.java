package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;

/** {@code ENV} and {@code LABEL} are written with {@code =}. */
public final class LegacyKeyValueFormat extends LintRule {

  LegacyKeyValueFormat() {
    super(
        "LegacyKeyValueFormat",
        "Legacy key/value format with whitespace separator should not be used",
        "legacy-key-value-format");
  }

  /** Warns about a pair without {@code =}. */
  public void report(Linter linter, Place place, String keyword) {
    String message =
        "\"" + keyword + " key=value\" should be used instead of legacy \"" + keyword + " key value\" format";
    linter.report(this, place, message);
  }
}
