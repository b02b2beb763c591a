package dev.strake.frontend.options;

import static dev.strake.llb.go.GoQuote.quote;

import dev.strake.grammar.diagnostics.Diagnostic;

/** What can be wrong with the frontend options. They have no place in a file. */
public final class OptionDiagnostics {

  private OptionDiagnostics() {}

  /** The code of the error for a frontend capability that is asked for and not there. */
  public static final String UNSUPPORTED_FRONTEND_CAPABILITY = "unsupported-frontend-capability";

  /** The code of the error for a request that is not known. */
  public static final String UNSUPPORTED_REQUEST = "unsupported-request";

  private static final String CAPABILITY_SENTENCE = "unsupported frontend capability ";
  private static final String REQUEST_SENTENCE = "unsupported request ";

  public static Diagnostic unsupportedFrontendCapability(String name) {
    return Diagnostic.error(UNSUPPORTED_FRONTEND_CAPABILITY, CAPABILITY_SENTENCE + name);
  }

  /** The capability that an error of {@link #UNSUPPORTED_FRONTEND_CAPABILITY} is about. */
  public static String unsupportedFrontendCapability(Diagnostic diagnostic) {
    return diagnostic.message().substring(CAPABILITY_SENTENCE.length());
  }

  /** The request that an error of {@link #UNSUPPORTED_REQUEST} is about. */
  public static String unsupportedRequest(Diagnostic diagnostic) {
    return diagnostic.message().substring(REQUEST_SENTENCE.length());
  }

  public static Diagnostic unsupportedRequest(String name) {
    return Diagnostic.error(UNSUPPORTED_REQUEST, REQUEST_SENTENCE + name)
        .withHelp(
            "Known requests: frontend.subrequests.describe, frontend.outline, frontend.targets, frontend.lint,"
                + " frontend.convertllb");
  }

  static Diagnostic daemonTooOld(String missing) {
    return Diagnostic.error("daemon-too-old", "needs BuildKit 0.5 or later: " + missing)
        .withHelp("Update the daemon.");
  }

  static Diagnostic removedOption(String name) {
    return removed("\"" + name + "\"");
  }

  static Diagnostic removedBuildArg(String name) {
    return removed("\"" + name + "\" build-arg");
  }

  private static Diagnostic removed(String what) {
    return Diagnostic.error("removed-option", "support for " + what + " was removed in BuildKit 0.11");
  }

  static Diagnostic invalidPlatform(String text, String why) {
    return Diagnostic.error("invalid-platform", "failed to parse target platform " + text + ": " + why)
        .withHelp("A platform is written as os/architecture, such as linux/arm64; several, with commas between.");
  }

  static Diagnostic invalidResolveMode(String text) {
    return Diagnostic.error("invalid-image-resolve-mode", "invalid image-resolve-mode: " + text)
        .withHelp("Use default, pull or local.");
  }

  static Diagnostic invalidHosts(String why) {
    return Diagnostic.error("invalid-add-hosts", "failed to parse additional hosts: " + why)
        .withHelp("Hosts are written as name=address, separated by commas.");
  }

  static Diagnostic invalidShmSize(String why) {
    return Diagnostic.error("invalid-shm-size", "failed to parse shm size: " + why)
        .withHelp("The size is a number of bytes.");
  }

  static Diagnostic invalidUlimit(String why) {
    return Diagnostic.error("invalid-ulimit", "failed to parse ulimit: " + why)
        .withHelp("Limits are written as name=soft:hard, such as nofile=1024:2048, separated by commas.");
  }

  static Diagnostic invalidResource(String key, String value, String why) {
    return Diagnostic.error(
        "invalid-resource-limit", "failed to parse resource limits: invalid " + key + " value: " + value + ": " + why)
        .withHelp("give " + key + " a number");
  }

  static Diagnostic invalidNetworkMode(String text) {
    return Diagnostic.error("invalid-network-mode", "invalid netmode " + text).withHelp("Use none, host or sandbox.");
  }

  static Diagnostic invalidMultiPlatform(String text) {
    return Diagnostic.error("invalid-multi-platform", "invalid boolean value for multi-platform: " + text)
        .withHelp("Use true or false.");
  }

  static Diagnostic multiPlatformConflict() {
    return Diagnostic.error(
            "multi-platform-conflict", "conflicting config: returning multiple target platforms is not allowed")
        .withHelp("Ask for one platform, or leave multi-platform out.");
  }

  static Diagnostic invalidCacheImports(String text, String why) {
    return Diagnostic.error(
        "invalid-cache-imports", "failed to unmarshal cache-imports (" + quote(text) + "): " + why)
        .withHelp("write a JSON list of objects, each with Type and Attrs");
  }

  static Diagnostic unknownAttestation(String type) {
    return Diagnostic.error("unknown-attestation", "unknown attestation type " + quote(type))
        .withHelp("Known types: sbom, provenance.");
  }

  static Diagnostic invalidAttestation(String type, String why) {
    return Diagnostic.error("invalid-attestation", "failed to parse " + type + ": " + why);
  }

  static Diagnostic invalidSbomScanner(String image, String why) {
    return Diagnostic.error("invalid-sbom-scanner", "failed to parse sbom scanner " + image + ": " + why);
  }

  static Diagnostic invalidCheck(String why) {
    return Diagnostic.error("invalid-check", "failed to parse build-arg:BUILDKIT_DOCKERFILE_CHECK: " + why);
  }
}
