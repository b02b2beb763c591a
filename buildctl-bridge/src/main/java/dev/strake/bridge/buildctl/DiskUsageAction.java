package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.DiskUsageQuery;
import dev.strake.bridge.control.UsageRecord;
import dev.strake.bridge.host.Session;
import dev.strake.llb.go.GoTabWriter;
import dev.strake.llb.go.template.GoTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code du}: what takes up space in the daemon's cache. */
final class DiskUsageAction {

  private final Session session;
  private final Connector connector;
  private final PrintStream out;

  private DiskUsageAction(Session session, Connector connector) {
    this.session = session;
    this.connector = connector;
    this.out = session.streams().out();
  }

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.of(
        "du",
        "disk usage",
        List.of(
            Flag.of(Kind.TEXTS, "filter", "only records that fit this filter").or("f"),
            Flag.of(Kind.SWITCH, "verbose", "show all that is known of each record").or("v"),
            FormatOption.FLAG),
        parsed -> new DiskUsageAction(session, connector).run(parsed));
  }

  private void run(ParsedCommand parsed) throws IOException, InterruptedException {
    List<String> filters = parsed.flags().texts("filter");
    try (DaemonClient client = connector.connect(parsed.flags())) {
      List<UsageRecord> records = Calls.await(client.diskUsage(DiskUsageQuery.matching(filters)));
      Optional<GoTemplate> format = FormatOption.insteadOfVerbose(session, parsed.flags());
      if (format.isPresent()) {
        out.println(format.get().fill(GoRecords.usages(records)));
        return;
      }
      if (parsed.flags().on("verbose")) {
        out.print(UsageText.details(records));
      } else {
        String rows = records.stream().map(UsageText::row).collect(Collectors.joining("", UsageText.HEAD, ""));
        out.print(GoTabWriter.alignWithTabs(rows));
      }
      if (filters.isEmpty()) {
        out.print(UsageText.summary(records));
      }
    }
  }
}
