package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.BuildHistory;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.HistoryEvent;
import dev.strake.bridge.control.HistoryQuery;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.host.Session;
import dev.strake.llb.go.template.GoTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code prune-histories}, {@code debug histories}, {@code debug ctl}, {@code debug monitor}. */
final class HistoryActions {

  private static final String PIN = "pin";
  private static final String UNPIN = "unpin";
  private static final String DELETE = "delete";

  private final Connector connector;
  private final PrintStream out;

  private HistoryActions(Session session, Connector connector) {
    this.connector = connector;
    this.out = session.streams().out();
  }

  static CommandSpec pruneSpec(Session session, Connector connector) {
    return CommandSpec.of(
        "prune-histories",
        "clean up build histories",
        List.of(FormatOption.FLAG),
        parsed -> new HistoryActions(session, connector).prune(parsed));
  }

  static CommandSpec listSpec(Session session, Connector connector) {
    return CommandSpec.of(
        "histories",
        "list build records",
        List.of(FormatOption.FLAG),
        parsed -> new HistoryActions(session, connector).list(parsed));
  }

  static CommandSpec controlSpec(Session session, Connector connector) {
    return CommandSpec.of(
        "ctl",
        "control build records",
        List.of(
            Flag.of(Kind.SWITCH, PIN, "keep the record when the daemon cleans up"),
            Flag.of(Kind.SWITCH, UNPIN, "let the record go when the daemon cleans up"),
            Flag.of(Kind.SWITCH, DELETE, "forget the record")),
        parsed -> new HistoryActions(session, connector).control(parsed));
  }

  static CommandSpec monitorSpec(Session session, Connector connector) {
    return CommandSpec.of(
        "monitor",
        "display build events",
        List.of(
            Flag.of(Kind.SWITCH, "completed", "builds that have ended too"),
            Flag.of(Kind.TEXT, "ref", "only this build")),
        parsed -> new HistoryActions(session, connector).monitor(parsed));
  }

  private void list(ParsedCommand parsed) throws IOException, InterruptedException {
    Optional<GoTemplate> format = FormatOption.of(parsed.flags());
    try (DaemonClient client = connector.connect(parsed.flags())) {
      List<HistoryEvent> events = Calls.awaitStream(client.history().list(HistoryQuery.all()));
      HistoryTable table = new HistoryTable(out, true);
      for (HistoryEvent event : events) {
        print(event, format, table);
      }
      table.close(format.isEmpty());
    }
  }

  private void prune(ParsedCommand parsed) throws IOException, InterruptedException {
    Optional<GoTemplate> format = FormatOption.of(parsed.flags());
    try (DaemonClient client = connector.connect(parsed.flags())) {
      BuildHistory history = client.history();
      List<String> failures = new ArrayList<>();
      HistoryTable table = new HistoryTable(out, false);
      for (HistoryEvent event : Calls.awaitStream(history.list(HistoryQuery.all()))) {
        if (event.record().isPresent() && !event.record().get().pinned()) {
          try {
            history.delete(event.record().get().ref());
            print(event, format, table);
          } catch (DaemonException e) {
            failures.add(String.valueOf(e.getMessage()));
          }
        }
      }
      table.close(format.isEmpty());
      if (!failures.isEmpty()) {
        throw new CommandException(String.join("\n", failures));
      }
    }
  }

  private void print(HistoryEvent event, Optional<GoTemplate> format, HistoryTable table) {
    if (format.isPresent()) {
      out.println(format.get().fill(GoHistory.event(event)));
    } else {
      table.row(event);
    }
  }

  private void control(ParsedCommand parsed) throws IOException, InterruptedException {
    FlagValues flags = parsed.flags();
    String ref = BuildReference.of(parsed);
    boolean pin = flags.on(PIN);
    boolean unpin = flags.on(UNPIN);
    boolean delete = flags.on(DELETE);
    try (DaemonClient client = connector.connect(flags)) {
      if (!pin && !unpin && !delete) {
        throw new CommandException("must specify one of --pin, --unpin, --delete");
      }
      if (pin && unpin) {
        throw new CommandException("cannot specify both --pin and --unpin");
      }
      if (delete && (pin || unpin)) {
        throw new CommandException("cannot specify --delete with --pin or --unpin");
      }
      if (delete) {
        client.history().delete(ref);
      } else if (pin) {
        client.history().pin(ref);
      } else {
        client.history().unpin(ref);
      }
    }
  }

  private void monitor(ParsedCommand parsed) throws IOException, InterruptedException {
    FlagValues flags = parsed.flags();
    HistoryQuery query = flags.on("completed") ? HistoryQuery.all() : HistoryQuery.active();
    try (DaemonClient client = connector.connect(flags)) {
      Calls.awaitStream(
          client.history().watch(query.withRef(flags.text("ref")), event -> {
            out.print(GoHistory.lines(event));
            out.flush();
          }));
      // It is meant to go on for ever: the reference takes the stream's end for an error.
      throw new CommandException("EOF");
    }
  }
}
