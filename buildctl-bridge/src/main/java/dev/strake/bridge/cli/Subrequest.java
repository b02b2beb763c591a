package dev.strake.bridge.cli;

import dev.strake.bridge.control.BuildFunction;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.ProgressDisplay;
import dev.strake.bridge.trace.CommandTrace;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Asks something about a Dockerfile, with a daemon's help, and builds nothing. */
final class Subrequest {

  private final Session session;
  private final CommandTrace trace;
  private final Connecting daemon;

  /** Gets the daemon. */
  interface Connecting {
    DaemonClient through(DaemonConnector connector) throws HostFailure, IOException, InterruptedException;
  }

  Subrequest(Session session, CommandTrace trace, Connecting daemon) {
    this.session = session;
    this.trace = trace;
    this.daemon = daemon;
  }

  void run(SourceOptions source, UnaryOperator<BuildRequest> change, BuildFunction function, ProgressDisplay display)
      throws HostFailure, IOException, InterruptedException {
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest request =
          new BuildRequestReader(session.host(), session.streams(), session.folder(), temporary, session::notice)
              .read(source);
      try (DaemonClient client = daemon.through(new DaemonConnector(session, trace))) {
        new BuildRunner(client, session).run(change.apply(request).toSolveSpec(function), display);
      }
    }
  }
}
