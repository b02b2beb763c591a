package dev.strake.frontend.lint;

import dev.strake.frontend.ast.Place;
import dev.strake.llb.go.GoQuote;
import java.util.Optional;

/** A base image is made for the platform that is built for. */
public final class InvalidBaseImagePlatform extends LintRule {

  InvalidBaseImagePlatform() {
    super(
        "InvalidBaseImagePlatform",
        "Base image platform does not match expected target platform",
        Optional.empty());
  }

  /**
   * Warns about a base image for another operating system or architecture.
   *
   * @param from the {@code FROM}; empty for an image that is only copied from or mounted
   * @param expected the platform that is built for, normalised and formatted with all its parts
   * @param actual the image's platform, in the same form
   */
  public void report(Linter linter, Optional<Place> from, String image, String expected, String actual) {
    String message =
        "Base image "
            + image
            + " was pulled with platform "
            + GoQuote.quote(actual)
            + ", expected "
            + GoQuote.quote(expected)
            + " for current build";
    linter.report(this, from, message);
  }
}
