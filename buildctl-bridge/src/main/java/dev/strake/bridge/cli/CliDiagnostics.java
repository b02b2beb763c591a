package dev.strake.bridge.cli;

import dev.strake.grammar.diagnostics.Diagnostic;
import java.nio.file.Path;

/** What the commands themselves have to say, one factory method each. */
final class CliDiagnostics {

  /** How the daemon ends its sentence about a file that COPY names and that is not there. */
  private static final String MISSING_SOURCE = "\": not found";

  private CliDiagnostics() {}

  static Diagnostic notWritable(Path destination, String reason) {
    return Diagnostic.error("destination", "cannot write to " + destination + ": " + reason)
        .withHelp("change dest=, or see to it that the folder exists and is yours to write to");
  }

  static Diagnostic inputOutput(String reason) {
    return Diagnostic.error("input-output", reason);
  }

  /** A failure that the daemon told, in its words. */
  static Diagnostic solve(String message) {
    Diagnostic told = Diagnostic.error("solve", message);
    return message.endsWith(MISSING_SOURCE)
        ? told.withHelp("look for the file in the context, and for a line in .dockerignore that leaves it out")
        : told;
  }

  /** What a check could not look at. */
  static Diagnostic refused(String message) {
    return Diagnostic.error("not-looked-at", message);
  }

  static Diagnostic canceled() {
    return Diagnostic.error("canceled", "the build was canceled");
  }

  static Diagnostic bug(Throwable bug) {
    return Diagnostic.error("bug", "this is a bug in strake: " + bug)
        .withHelp("run the command again with --debug in front, and report what it prints");
  }
}
