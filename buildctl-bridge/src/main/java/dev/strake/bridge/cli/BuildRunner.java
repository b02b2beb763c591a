package dev.strake.bridge.cli;

import dev.strake.bridge.cli.progress.ProgressDisplay;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.RunningBuild;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;

/** Runs one build on a daemon, and cancels it there when this process is told to end. */
final class BuildRunner {

  private final DaemonClient client;
  private final Session session;

  BuildRunner(DaemonClient client, Session session) {
    this.client = client;
    this.session = session;
  }

  SolveOutcome run(SolveSpec spec, ProgressDisplay display) throws InterruptedException {
    FormatErrorWatch watch = new FormatErrorWatch(display);
    RunningBuild build = client.solve(spec, watch);
    try (ShutdownGuard.Registration registration = session.guard().onShutdown(build::cancel)) {
      return build.await();
    } finally {
      display.close();
      watch.remedy().ifPresent(session::notice);
    }
  }
}
