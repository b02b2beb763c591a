package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import java.io.PrintStream;

/** Prints a build's warnings, each once, behind its steps: there they are not lost among the lines of the progress. */
final class Warnings {

  private Warnings() {}

  static void print(BuildTrace trace, PrintStream out) {
    for (WarningRaised warning : trace.warnings()) {
      out.println("warning: " + PlainText.of(warning.message()));
      warning.source()
          .flatMap(source -> source.firstLine())
          .ifPresent(line -> out.println("  --> " + PlainText.of(line)));
      if (!warning.url().isEmpty()) {
        out.println("   = see: " + warning.url());
      }
    }
  }
}
