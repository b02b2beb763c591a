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

  static Diagnostic scannerWithoutCommand(String image) {
    return Diagnostic.error("scanner-without-command", "scanner " + image + " does not have cmd")
        .withHelp("The scanner's image needs an ENTRYPOINT or a CMD.");
  }
}
