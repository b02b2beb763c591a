package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.host.Session;
import java.util.List;

/** {@code debug}: the commands for looking into a daemon. */
final class DebugCommands {

  private DebugCommands() {}

  static CommandSpec spec(Session session) {
    return CommandSpec.group(
        "debug",
        "debug utilities",
        List.of(),
        List.of(
            DumpLlbAction.spec(session),
            DumpMetadataAction.spec(session),
            WorkersAction.spec(session),
            InfoAction.spec(session),
            HistoryActions.monitorSpec(session),
            LogsAction.spec(session),
            HistoryActions.controlSpec(session),
            GetAction.spec(session),
            HistoryActions.listSpec(session)));
  }
}
