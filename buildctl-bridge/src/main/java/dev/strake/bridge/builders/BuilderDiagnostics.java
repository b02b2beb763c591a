package dev.strake.bridge.builders;

import dev.strake.grammar.diagnostics.Diagnostic;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What there is to say about several builders, one factory method each. */
public final class BuilderDiagnostics {

  private static final String FORM = "write a line for each, such as linux/arm64=tcp://arm.example:1234";

  private BuilderDiagnostics() {}

  static Diagnostic unreadable(String reason) {
    return Diagnostic.error("builder-file", "cannot read the builders' file " + reason).withHelp(FORM);
  }

  static Diagnostic malformed(String place, @Nullable String reason) {
    return Diagnostic.error("builder-file", place + ": " + reason).withHelp(FORM);
  }

  static Diagnostic noBuilder(String platform, Path file) {
    return Diagnostic.error("builder-none", "no builder for " + platform + " in " + file).withHelp(FORM);
  }

  static Diagnostic noIndex(Share share) {
    return Diagnostic.error("builder-result", "the builder " + share + " gave no index of images");
  }

  static Diagnostic platformMissing(String platform) {
    return Diagnostic.error("builder-result", "no builder gave an image for " + platform);
  }

  static Diagnostic differentTypes() {
    return Diagnostic.error("builder-result", "the builders' indexes are of different types")
        .withHelp("bring the daemons to one version, or set oci-mediatypes in --output");
  }

  /** Which of the builders an error came from. */
  public static Diagnostic failed(Share share) {
    return Diagnostic.error("builder", "this failed at the builder " + share + "; the others were cancelled");
  }
}
