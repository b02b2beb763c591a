package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;

/** {@code CMD} and {@code ENTRYPOINT} are in exec form, unless {@code SHELL} chose the shell. */
public final class JsonArgsRecommended extends LintRule {

  JsonArgsRecommended() {
    super(
        "JSONArgsRecommended",
        "JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals",
        "json-args-recommended");
  }

  /** Warns about a command in shell form. */
  public void report(Linter linter, Place place, String keyword) {
    String message =
        "JSON arguments recommended for " + keyword + " to prevent unintended behavior related to OS signals";
    linter.report(this, place, message);
  }
}
