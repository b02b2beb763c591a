package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressListener;
import java.util.List;

/** Shows a build while it runs. Closing it shows what is left, and the output of the steps that failed. */
public interface ProgressDisplay extends ProgressListener, AutoCloseable {

  @Override
  void close();

  /** Shows nothing at all. */
  static ProgressDisplay none() {
    return new ProgressDisplay() {
      @Override
      public void onProgress(List<ProgressEvent> events) {}

      @Override
      public void close() {}
    };
  }
}
