package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressListener;
import java.util.List;

/** A build's progress for a display, and what is told beside it for the log. */
record LoggedProgress(ProgressListener display, LogLines log) implements ProgressListener {

  @Override
  public void onProgress(List<ProgressEvent> events) {
    display.onProgress(events);
  }

  @Override
  public void onNotice(String line) {
    log.warning(line);
  }

  @Override
  public void onFailure(String line, String reason) {
    log.warning(line, reason);
  }

  @Override
  public void onDetail(String line) {
    log.debug(line);
  }
}
