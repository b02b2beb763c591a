package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.BlobDescriptor;
import dev.strake.bridge.control.BuildRecord;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.Streams;
import dev.strake.bridge.progress.ProgressDisplay;
import java.io.IOException;
import java.util.List;

/** {@code debug logs}: shows a build again. */
final class LogsAction {

  private final Session session;
  private final Connector connector;

  private LogsAction(Session session, Connector connector) {
    this.session = session;
    this.connector = connector;
  }

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.of(
        "logs",
        "display build logs",
        List.of(
            Flag.of(Kind.TEXT, BuildFlags.PROGRESS, "how to show the build").withDefault("auto"),
            Flag.of(Kind.SWITCH, "trace", "the build's OpenTelemetry trace instead")),
        parsed -> new LogsAction(session, connector).run(parsed));
  }

  private void run(ParsedCommand parsed) throws IOException, InterruptedException {
    String ref = BuildReference.of(parsed);
    FlagValues flags = parsed.flags();
    Streams streams = session.streams();
    try (DaemonClient client = connector.connect(flags)) {
      if (flags.on("trace")) {
        Calls.await(client.content().read(trace(client, ref).digest(), streams.out()));
        return;
      }
      try (ProgressDisplay display = ProgressFlag.open(session, streams.out(), streams.outIsTerminal(), flags)) {
        Calls.awaitStream(client.status(ref, display));
      }
    }
  }

  private static BlobDescriptor trace(DaemonClient client, String ref) throws InterruptedException {
    BuildRecord record =
        Calls.awaitStream(client.history().peek(ref))
            .orElseThrow(() -> new CommandException("ref " + ref + " not found"));
    return record.trace().orElseThrow(() -> new CommandException("ref " + ref + " does not have trace"));
  }
}
