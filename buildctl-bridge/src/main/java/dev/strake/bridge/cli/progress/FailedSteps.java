package dev.strake.bridge.cli.progress;

import java.io.PrintStream;

/** Prints the end of the output of each step that failed. */
final class FailedSteps {

  private static final String RULER = "------";

  private FailedSteps() {}

  static void print(BuildTrace trace, PrintStream out) {
    for (Step step : trace.failed()) {
      out.println(RULER);
      out.println(" > " + step.name() + ":");
      step.lastLines().forEach(out::println);
      out.println(RULER);
    }
  }
}
