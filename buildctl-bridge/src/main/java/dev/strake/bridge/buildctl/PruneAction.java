package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.PruneOutcome;
import dev.strake.bridge.control.PruneSpec;
import dev.strake.bridge.control.UsageRecord;
import dev.strake.bridge.host.Session;
import dev.strake.llb.go.GoTabWriter;
import dev.strake.llb.go.GoUnits;
import dev.strake.llb.go.template.GoTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** {@code prune}: cleans up the daemon's cache. */
final class PruneAction {

  private static final double MEGABYTE = 1e6;

  private final Session session;
  private final Connector connector;
  private final PrintStream out;

  private PruneAction(Session session, Connector connector) {
    this.session = session;
    this.connector = connector;
    this.out = session.streams().out();
  }

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.of(
        "prune",
        "clean up build cache",
        List.of(
            Flag.of(Kind.DURATION, "keep-duration", "keep what was used within this time"),
            Flag.of(Kind.DECIMAL, "keep-storage", "keep as much as this, in MB"),
            Flag.of(Kind.DECIMAL, "keep-storage-min", "never go below this, in MB"),
            Flag.of(Kind.DECIMAL, "free-storage", "go on until this much of the disk is free, in MB"),
            Flag.of(Kind.TEXTS, "filter", "only records that fit this filter").or("f"),
            Flag.of(Kind.SWITCH, "all", "also what the daemon and its frontends keep for themselves"),
            Flag.of(Kind.SWITCH, "verbose", "show all that is known of each record").or("v"),
            FormatOption.FLAG),
        parsed -> new PruneAction(session, connector).run(parsed));
  }

  private void run(ParsedCommand parsed) throws IOException, InterruptedException {
    FlagValues flags = parsed.flags();
    try (DaemonClient client = connector.connect(flags)) {
      Optional<GoTemplate> format = FormatOption.insteadOfVerbose(session, flags);
      PruneOutcome outcome = Calls.awaitStream(client.prune(spec(flags), printer(flags, format)));
      if (format.isEmpty()) {
        out.print(GoTabWriter.alignWithTabs("Total:\t" + GoUnits.decimal(outcome.bytes()) + "\n"));
      }
    }
  }

  private static PruneSpec spec(FlagValues flags) {
    return new PruneSpec(
        flags.on("all"),
        flags.texts("filter"),
        flags.duration("keep-duration"),
        (long) (flags.decimal("keep-storage-min") * MEGABYTE),
        (long) (flags.decimal("keep-storage") * MEGABYTE),
        (long) (flags.decimal("free-storage") * MEGABYTE));
  }

  private Consumer<UsageRecord> printer(FlagValues flags, Optional<GoTemplate> format) {
    if (format.isPresent()) {
      return record -> out.println(format.get().fill(GoRecords.usage(record)));
    }
    if (flags.on("verbose")) {
      return record -> out.print(UsageText.details(List.of(record)));
    }
    AtomicBoolean begun = new AtomicBoolean();
    return record -> {
      String head = begun.getAndSet(true) ? "" : UsageText.HEAD;
      out.print(GoTabWriter.alignWithTabs(head + UsageText.row(record)));
    };
  }
}
