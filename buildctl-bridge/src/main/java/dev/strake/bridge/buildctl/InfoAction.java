package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.DaemonInfo;
import dev.strake.bridge.host.Session;
import dev.strake.llb.go.GoTabWriter;
import dev.strake.llb.go.template.GoTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** {@code debug info}: what the daemon is. */
final class InfoAction {

  private final Connector connector;
  private final PrintStream out;

  private InfoAction(Session session, Connector connector) {
    this.connector = connector;
    this.out = session.streams().out();
  }

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.of(
        "info",
        "show what the daemon is",
        List.of(FormatOption.FLAG),
        parsed -> new InfoAction(session, connector).run(parsed));
  }

  private void run(ParsedCommand parsed) throws IOException, InterruptedException {
    try (DaemonClient client = connector.connect(parsed.flags())) {
      DaemonInfo info = Calls.named("failed to call info", client::info);
      Optional<GoTemplate> format = FormatOption.of(parsed.flags());
      if (format.isPresent()) {
        out.println(format.get().fill(GoRecords.info(info)));
        return;
      }
      String dockerfile = info.dockerfileVersion().isEmpty() ? "" : "Dockerfile:\t" + info.dockerfileVersion() + "\n";
      out.print(
          GoTabWriter.align("BuildKit:\t" + info.packageName() + " " + info.version() + " " + info.revision() + "\n"
              + dockerfile, 1));
    }
  }
}
