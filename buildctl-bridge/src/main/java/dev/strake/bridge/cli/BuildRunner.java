package dev.strake.bridge.cli;

import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.RunningBuild;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.progress.ProgressDisplay;

/** Runs one build on a daemon, and cancels it there when this process is told to end. */
final class BuildRunner {

  private final DaemonClient client;
  private final Session session;

  BuildRunner(DaemonClient client, Session session) {
    this.client = client;
    this.session = session;
  }

  SolveOutcome run(SolveSpec spec, ProgressDisplay display) throws InterruptedException {
    try (ShownBuild shown = new ShownBuild(session, display)) {
      RunningBuild build = client.solve(spec, shown.listener());
      try (ShutdownGuard.Registration registration = session.guard().onShutdown(build::cancel)) {
        return build.await();
      }
    }
  }
}
