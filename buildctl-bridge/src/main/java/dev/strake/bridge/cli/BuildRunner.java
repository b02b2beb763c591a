package dev.strake.bridge.cli;

import dev.strake.bridge.cli.progress.ProgressDisplay;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.RunningBuild;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.host.ShutdownGuard;

/** Runs one build on a daemon, and cancels it there when this process is told to end. */
final class BuildRunner {

  private final DaemonClient client;
  private final ShutdownGuard guard;

  BuildRunner(DaemonClient client, ShutdownGuard guard) {
    this.client = client;
    this.guard = guard;
  }

  SolveOutcome run(SolveSpec spec, ProgressDisplay display) throws InterruptedException {
    RunningBuild build = client.solve(spec, display);
    try (ShutdownGuard.Registration registration = guard.onShutdown(build::cancel)) {
      return build.await();
    } finally {
      display.close();
    }
  }
}
