package dev.strake.frontend;

import dev.strake.grammar.diagnostics.Diagnostic;

/** What can go wrong with a frontend call as a whole. */
final class FrontendDiagnostics {

  private FrontendDiagnostics() {}

  static Diagnostic notMarshalled(String why) {
    return Diagnostic.error("not-marshalled", "failed to marshal LLB definition: " + why);
  }

  static Diagnostic notConverted(String why) {
    return Diagnostic.error("not-converted", why);
  }

  /** Go writes no other years into JSON. */
  static Diagnostic epochOutOfRange() {
    return Diagnostic.error(
            "invalid-source-date-epoch",
            "failed to marshal image config: json: error calling MarshalJSON for type *time.Time: Time.MarshalJSON:"
                + " year outside of range [0,9999]")
        .withHelp("give seconds since 1970");
  }

  /** @param what what was being made of the Dockerfile */
  static Diagnostic tooLarge(String what, long limit) {
    return Diagnostic.error(
            "too-large", what + " has more than " + limit + " bytes, and a daemon takes no larger message")
        .withHelp("split the Dockerfile, or bring large texts in as files of the build context");
  }

  /** @param daemonVersion empty where the daemon does not tell it */
  static Diagnostic capabilityMissing(String sentence, String daemonVersion) {
    String daemon = daemonVersion.isEmpty() ? "" : " (the build server is BuildKit " + daemonVersion + ")";
    return Diagnostic.error("capability-missing", sentence + daemon)
        .withHelp("Update the daemon, or leave out what needs this.");
  }

  static Diagnostic scannerConfig(String image, String why) {
    return Diagnostic.error("scanner-config", why).withHelp("The configuration of the scanner's image " + image
        + " cannot be read.");
  }

  static Diagnostic scannerWithoutCommand(String image) {
    return Diagnostic.error("scanner-without-command", "scanner " + image + " does not have cmd")
        .withHelp("The scanner's image needs an ENTRYPOINT or a CMD.");
  }
}
