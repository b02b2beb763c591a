package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.DaemonInfo;
import dev.strake.bridge.control.WorkerRecord;
import dev.strake.bridge.host.Session;
import dev.strake.llb.Platforms;
import dev.strake.llb.go.GoDuration;
import dev.strake.llb.go.GoTabWriter;
import dev.strake.llb.go.GoUnits;
import dev.strake.llb.go.template.GoTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code debug workers}: the daemon's workers. */
final class WorkersAction {

  private final Session session;
  private final Connector connector;
  private final PrintStream out;

  private WorkersAction(Session session, Connector connector) {
    this.session = session;
    this.connector = connector;
    this.out = session.streams().out();
  }

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.of(
        "workers",
        "list workers",
        List.of(
            Flag.of(Kind.TEXTS, "filter", "only what fits this filter, in containerd's syntax").or("f"),
            Flag.of(Kind.SWITCH, "verbose", "show all that is known").or("v"),
            FormatOption.FLAG),
        parsed -> new WorkersAction(session, connector).run(parsed));
  }

  private void run(ParsedCommand parsed) throws IOException, InterruptedException {
    try (DaemonClient client = connector.connect(parsed.flags())) {
      List<String> filters = parsed.flags().texts("filter");
      List<WorkerRecord> workers = Calls.named("failed to list workers", () -> client.listWorkers(filters));
      Optional<GoTemplate> format = FormatOption.insteadOfVerbose(session, parsed.flags());
      if (format.isPresent()) {
        out.println(format.get().fill(GoRecords.workers(workers)));
      } else if (parsed.flags().on("verbose")) {
        out.print(GoTabWriter.alignWithTabs(workers.stream().map(this::details).collect(Collectors.joining())));
      } else {
        out.print(
            GoTabWriter.alignWithTabs(
                workers.stream()
                    .map(worker -> worker.id() + "\t" + platforms(worker) + "\n")
                    .collect(Collectors.joining("", "ID\tPLATFORMS\n", ""))));
      }
    }
  }

  private static String platforms(WorkerRecord worker) {
    return worker.platforms().stream()
        .map(platform -> Platforms.format(Platforms.normalize(platform)))
        .collect(Collectors.joining(","));
  }

  private String details(WorkerRecord worker) {
    DaemonInfo version = worker.version();
    StringBuilder text = new StringBuilder();
    line(text, "ID:", worker.id());
    line(text, "Platforms:", platforms(worker));
    line(text, "BuildKit:", version.packageName() + " " + version.version() + " " + version.revision());
    if (!version.dockerfileVersion().isEmpty()) {
      line(text, "Dockerfile:", version.dockerfileVersion());
    }
    text.append("Labels:\n");
    new TreeMap<>(worker.labels()).forEach((name, value) -> line(text, "\t" + name + ":", value));
    devices(text, worker.cdiDevices());
    for (int i = 0; i < worker.gcPolicy().size(); i++) {
      text.append("GC Policy rule#").append(i).append(":\n");
      policy(text, worker.gcPolicy().get(i));
    }
    return text.append('\n').toString();
  }

  private static void devices(StringBuilder text, List<WorkerRecord.CdiDevice> devices) {
    if (devices.isEmpty()) {
      return;
    }
    text.append("Devices:\n");
    for (WorkerRecord.CdiDevice device : devices) {
      line(text, "\tName:", device.name());
      line(
          text,
          device.onDemand() ? "\tOnDemand:" : "\tAutoAllow:",
          Boolean.toString(device.onDemand() || device.autoAllow()));
      new TreeMap<>(device.annotations()).forEach((name, value) -> line(text, "\tAnnotations:\t" + name + ":", value));
    }
    text.append('\n');
  }

  private static void policy(StringBuilder text, WorkerRecord.GcPolicy policy) {
    line(text, "\tAll:", Boolean.toString(policy.all()));
    if (!policy.filters().isEmpty()) {
      line(text, "\tFilters:", String.join(" ", policy.filters()));
    }
    if (policy.keepDurationNanos() > 0) {
      line(text, "\tKeep duration:", GoDuration.format(policy.keepDurationNanos()));
    }
    size(text, "\tReserved space:", policy.reservedSpace());
    size(text, "\tMinimum free space:", policy.minFreeSpace());
    size(text, "\tMaximum used space:", policy.maxUsedSpace());
  }

  private static void size(StringBuilder text, String name, long bytes) {
    if (bytes > 0) {
      line(text, name, GoUnits.shortest(bytes));
    }
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append('\t').append(value).append('\n');
  }
}
