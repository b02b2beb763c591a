package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;

/** {@code EXPOSE} names ports of the container only. */
public final class ExposeInvalidFormat extends LintRule {

  ExposeInvalidFormat() {
    super(
        "ExposeInvalidFormat",
        "IP address and host-port mapping should not be used in EXPOSE instruction. This will become an "
            + "error in a future release",
        "expose-invalid-format");
  }

  /** Warns about a port with an address or a host's port in front. */
  public void report(Linter linter, Place place, String port) {
    String message =
        "EXPOSE instruction should not define an IP address or host-port mapping, found '" + port + "'";
    linter.report(this, place, message);
  }
}
