package dev.strake.bridge.progress;

import java.io.PrintStream;

/** Prints the end of the output of each step that failed. */
final class FailedSteps {

  /** How many lines of it, where those before have been shown already. */
  static final int LINES = 10;

  /** How many lines of it, where nothing has been shown. */
  static final int MANY_LINES = 10_000;

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
