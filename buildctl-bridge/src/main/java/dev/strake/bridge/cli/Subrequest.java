package dev.strake.bridge.cli;

import dev.strake.bridge.cli.argument.Arguments;
import dev.strake.bridge.cli.progress.QuietDisplay;
import dev.strake.bridge.control.BuildFunction;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.host.HostFailure;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Asks something about a Dockerfile, with a daemon's help, and builds nothing. */
final class Subrequest {

  private final Session session;

  Subrequest(Session session) {
    this.session = session;
  }

  void run(Arguments arguments, UnaryOperator<BuildRequest> change, BuildFunction function)
      throws HostFailure, IOException, InterruptedException {
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest request =
          new BuildRequestReader(session.host(), session.streams(), session.folder(), temporary, session::notice)
              .readSource(arguments);
      try (DaemonClient client = new DaemonConnector(session.host(), session::notice).connect(arguments)) {
        QuietDisplay display = new QuietDisplay(session.streams().err());
        new BuildRunner(client, session.guard()).run(change.apply(request).toSolveSpec(function), display);
      }
    }
  }
}
