package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.BuildRecord;
import dev.strake.bridge.control.HistoryEvent;
import dev.strake.llb.go.GoTabWriter;
import dev.strake.llb.go.GoTime;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A table of builds, whose lines are printed as they come. */
final class HistoryTable {

  private final PrintStream out;
  private final boolean pins;
  private String head;

  /** @param pins whether to show which builds are pinned */
  HistoryTable(PrintStream out, boolean pins) {
    this.out = out;
    this.pins = pins;
    this.head = "TYPE\tREF\tCREATED\tCOMPLETED\tGENERATION" + (pins ? "\tPINNED" : "") + "\n";
  }

  void row(HistoryEvent event) {
    Optional<BuildRecord> record = event.record();
    String line =
        String.join(
            "\t",
            event.type().name(),
            record.map(BuildRecord::ref).orElse(""),
            record.flatMap(BuildRecord::createdAt).map(HistoryTable::local).orElse(""),
            record.flatMap(BuildRecord::completedAt).map(HistoryTable::local).orElse(""),
            Integer.toString(record.map(BuildRecord::generation).orElse(0)));
    String pinned = pins ? "\t" + (record.map(BuildRecord::pinned).orElse(false) ? "*" : "") : "";
    out.print(GoTabWriter.alignWithTabs(head + line + pinned + "\n"));
    head = "";
  }

  /** Prints the head where there was no line. */
  void close(boolean wanted) {
    if (wanted && !head.isEmpty()) {
      out.print(GoTabWriter.alignWithTabs(head));
    }
  }

  private static String local(Instant instant) {
    return GoTime.rfc3339(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.systemDefault()).toOffsetDateTime());
  }
}
