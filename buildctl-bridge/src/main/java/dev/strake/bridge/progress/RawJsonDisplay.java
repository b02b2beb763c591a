package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import java.io.PrintStream;
import java.util.List;

/** Prints each message of the daemon as a line of JSON, for other programs. */
public final class RawJsonDisplay implements ProgressDisplay {

  private final PrintStream out;

  public RawJsonDisplay(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void onProgress(List<ProgressEvent> events) {
    out.println(StatusJson.of(events));
  }

  @Override
  public synchronized void close() {
    out.flush();
  }
}
