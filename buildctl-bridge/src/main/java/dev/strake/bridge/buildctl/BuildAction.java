package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.RunningBuild;
import dev.strake.bridge.control.SolveOutcome;
import dev.strake.bridge.control.SolveSpec;
import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.progress.ProgressDisplay;
import dev.strake.bridge.result.MetadataJson;
import dev.strake.bridge.result.ResultFile;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** {@code build}. */
final class BuildAction {

  private final Session session;
  private final Connector connector;
  private final FlagValues flags;

  private BuildAction(Session session, Connector connector, ParsedCommand parsed) {
    this.session = session;
    this.connector = connector;
    this.flags = parsed.flags();
  }

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.of(
            "build", "build", BuildFlags.all(), parsed -> new BuildAction(session, connector, parsed).run())
        .or("b")
        .withSynopsis(BuildFlags.SYNOPSIS);
  }

  private void run() throws IOException, InterruptedException {
    LogLines log = new LogLines(session.streams(), flags);
    try (DaemonClient client = connector.connect(flags);
        BuildRecords records = BuildRecords.open(session, flags, log)) {
      SubrequestAnswer answer = new SubrequestAnswer();
      SolveSpec spec = new BuildSpecReader(session, flags, log).read(answer);
      // The id is known before the build is, so that it can be written even where the build fails.
      try {
        SolveOutcome outcome = build(client, spec, records, log);
        new TreeMap<>(outcome.exporterResponse())
            .forEach((key, value) -> log.debug("exporter response: " + key + "=" + value));
        writeMetadata(outcome.exporterResponse());
      } finally {
        writeRef(spec.ref(), log);
      }
      answer.print(session.streams().out());
    }
  }

  private SolveOutcome build(DaemonClient client, SolveSpec spec, BuildRecords records, LogLines log)
      throws InterruptedException {
    try (ProgressDisplay display =
        ProgressFlag.open(session, session.streams().err(), session.streams().errIsTerminal(), flags)) {
      RunningBuild build = client.solve(spec, new LoggedProgress(records.before(display), log));
      try (Interrupts interrupts = Interrupts.first(build::cancel)) {
        return build.await();
      }
    }
  }

  private void writeMetadata(Map<String, String> response) throws IOException {
    String file = flags.text(BuildFlags.METADATA_FILE);
    if (!file.isEmpty() && !response.isEmpty()) {
      ResultFile.write(session.folder().resolve(file), MetadataJson.of(response));
    }
  }

  /** A file that cannot be written fails no build, as with the reference, which is silent of it. */
  private void writeRef(String ref, LogLines log) {
    String file = flags.text(BuildFlags.REF_FILE);
    if (!file.isEmpty()) {
      try {
        ResultFile.write(session.folder().resolve(file), ref);
      } catch (IOException e) {
        log.warning("no build ref written: " + FileErrors.describe(e, file));
      }
    }
  }
}
