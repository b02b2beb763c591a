package dev.strake.bridge.cli;

import dev.strake.bridge.gateway.OfflineGateway;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.LintReport;
import dev.strake.frontend.lint.LintRules;
import java.io.IOException;
import java.util.List;

/** Looks at a Dockerfile where there is no daemon, and says what could not be looked at. */
final class OfflineLint {

  private final Session session;

  OfflineLint(Session session) {
    this.session = session;
  }

  LintReport run(SourceOptions source) throws HostFailure, IOException, InterruptedException {
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      BuildRequest request =
          new BuildRequestReader(session.host(), session.streams(), session.folder(), temporary, session::notice)
              .read(source);
      OfflineGateway gateway = new OfflineGateway(request.options(), request.session().locals());
      LintReport report = new DockerfileFrontend().lint(gateway);
      return gateway.unseenImages().isEmpty() ? report : withoutGuesses(report, gateway.unseenImages());
    }
  }

  /** A variable that is not defined in the file may be defined in an image. */
  private LintReport withoutGuesses(LintReport report, List<String> images) {
    String rule = LintRules.UNDEFINED_VAR.name();
    session.notice("no BuildKit daemon answers: not looked at " + String.join(", ", images) + "; " + rule + " is off");
    return new LintReport(
        report.source(),
        report.found().stream().filter(each -> !each.code().equals(rule)).toList(),
        report.refusal());
  }
}
