package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import java.io.PrintStream;
import java.util.List;

/** Shows nothing of a build but the output of the steps that failed. */
public final class QuietDisplay implements ProgressDisplay {

  private final PrintStream out;
  private final BuildTrace trace = new BuildTrace(FailedSteps.MANY_LINES);

  public QuietDisplay(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void onProgress(List<ProgressEvent> events) {
    trace.apply(events);
  }

  @Override
  public synchronized void close() {
    FailedSteps.print(trace, out);
  }
}
