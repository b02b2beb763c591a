package dev.strake.bridge.cli.progress;

import dev.strake.bridge.control.ProgressListener;

/** Shows a build while it runs. Closing it shows what is left, and the output of the steps that failed. */
public interface ProgressDisplay extends ProgressListener, AutoCloseable {

  @Override
  void close();
}
