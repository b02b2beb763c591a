package dev.strake.bridge.cli;

import dev.strake.bridge.control.ProgressListener;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.ProgressDisplay;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a user sees of a build, whoever builds: its progress, and when that is over what is to be said besides. */
final class ShownBuild implements AutoCloseable {

  private final Session session;
  private final ProgressDisplay display;
  private final FormatErrorWatch watch;
  private final List<String> notices = new CopyOnWriteArrayList<>();

  ShownBuild(Session session, ProgressDisplay display) {
    this.session = session;
    this.display = display;
    this.watch = new FormatErrorWatch(display);
  }

  /** What the build tells. Notices are kept to the end, for the display may be drawing. */
  ProgressListener listener() {
    return watch.withNotices(notices::add);
  }

  @Override
  public void close() {
    display.close();
    notices.forEach(session::notice);
    watch.remedy().ifPresent(session::notice);
  }
}
