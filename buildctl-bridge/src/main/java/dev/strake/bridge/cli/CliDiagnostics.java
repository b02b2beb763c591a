package dev.strake.bridge.cli;

import dev.strake.bridge.emulation.EmulationDiagnostics;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.nio.file.Path;
import java.util.Optional;

/** What the commands themselves have to say, one factory method each. */
final class CliDiagnostics {

  /** How the daemon ends its sentence about a file that COPY names and that is not there. */
  private static final String MISSING_SOURCE = "\": not found";

  private CliDiagnostics() {}

  /** @param reason a file or a folder, and what is wrong with it */
  static Diagnostic notWritable(String reason) {
    return Diagnostic.error("destination", "cannot write to " + reason)
        .withHelp("change dest=, or see to it that the folder exists and is yours to write to");
  }

  static Diagnostic noContext(Path context) {
    return Diagnostic.error("context", "the context is no folder: " + context)
        .withHelp("name the folder that COPY is to read from");
  }

  /** @param where the file, or the folder that it is looked for in */
  static Diagnostic noDockerfile(String where) {
    return Diagnostic.error("dockerfile", "there is no Dockerfile " + where).withHelp("name it with --file");
  }

  static Diagnostic noImage(String name, Path layout, String tag) {
    return Diagnostic.error("layout", "the named context " + name + ": no image " + tag + " in " + layout)
        .withHelp("name one with oci-layout://" + layout + ":TAG or @sha256:...");
  }

  static Diagnostic noEngine() {
    return Diagnostic.error("no-engine", "--load: no container engine answers; looked for docker, nerdctl, podman, ctr")
        .withHelp("start one, or write the image to a file with -o type=docker,dest=FILE");
  }

  static Diagnostic notLoaded(String program, int exitCode) {
    return Diagnostic.error("not-loaded", program + " could not load the image: exit code " + exitCode)
        .withHelp("write the image to a file with -o type=docker,dest=FILE, and load that to see what is wrong");
  }

  static Diagnostic inputOutput(String reason) {
    return Diagnostic.error("input-output", reason);
  }

  /** A failure that the daemon told, in its words. */
  static Diagnostic solve(String message) {
    Diagnostic told = Diagnostic.error("solve", message);
    Optional<String> otherMachine = EmulationDiagnostics.remedyFor(message);
    if (otherMachine.isPresent()) {
      return told.withHelp(otherMachine.get());
    }
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
