package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.UsageRecord;
import dev.strake.llb.go.GoTabWriter;
import dev.strake.llb.go.GoUnits;
import dev.strake.llb.go.template.GoFormat;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Records of the cache as {@code du} and {@code prune} print them. */
final class UsageText {

  /** The head of a table. */
  static final String HEAD = "ID\tRECLAIMABLE\tSIZE\tLAST ACCESSED\n";

  private UsageText() {}

  /** A line of a table. */
  static String row(UsageRecord record) {
    String id = record.id() + (record.mutable() ? "*" : "");
    String size = GoUnits.decimal(record.size()) + (record.shared() ? "*" : "");
    return "%-71s\t%-11s\t%s\t\n".formatted(id, !record.inUse(), size);
  }

  /** All about records, aligned. */
  static String details(List<UsageRecord> records) {
    return GoTabWriter.alignWithTabs(records.stream().map(UsageText::details).collect(Collectors.joining()));
  }

  private static String details(UsageRecord record) {
    StringBuilder text = new StringBuilder();
    line(text, "ID", record.id());
    if (!record.parents().isEmpty()) {
      line(text, "Parents", String.join(";", record.parents()));
    }
    record.createdAt().ifPresent(time -> line(text, "Created at", GoFormat.time(time)));
    line(text, "Mutable", record.mutable());
    line(text, "Reclaimable", !record.inUse());
    line(text, "Shared", record.shared());
    line(text, "Size", GoUnits.decimal(record.size()));
    if (!record.description().isEmpty()) {
      line(text, "Description", record.description());
    }
    line(text, "Usage count", record.usageCount());
    record.lastUsedAt().ifPresent(time -> line(text, "Last used", GoFormat.time(time)));
    if (!record.recordType().isEmpty()) {
      line(text, "Type", record.recordType());
    }
    return text.append('\n').toString();
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append(name).append(":\t").append(value).append('\n');
  }

  /** What records come to, aligned. */
  static String summary(List<UsageRecord> records) {
    long total = sum(records, record -> Math.max(0, record.size()));
    long reclaimable = sum(records, record -> record.inUse() ? 0 : Math.max(0, record.size()));
    long shared = sum(records, record -> record.shared() ? record.size() : 0);
    StringBuilder text = new StringBuilder();
    if (shared > 0) {
      line(text, "Shared", GoUnits.decimal(shared));
      line(text, "Private", GoUnits.decimal(total - shared));
    }
    line(text, "Reclaimable", GoUnits.decimal(reclaimable));
    line(text, "Total", GoUnits.decimal(total));
    return GoTabWriter.alignWithTabs(text.toString());
  }

  private static long sum(List<UsageRecord> records, ToLongFunction<UsageRecord> size) {
    return records.stream().mapToLong(size).sum();
  }
}
