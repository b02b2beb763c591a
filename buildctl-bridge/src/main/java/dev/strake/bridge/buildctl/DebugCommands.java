package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.host.Session;
import java.util.List;

/** {@code debug}: the commands for looking into a daemon. */
final class DebugCommands {

  private DebugCommands() {}

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.group(
        "debug",
        "debug utilities",
        List.of(),
        List.of(
            DumpLlbAction.spec(session),
            DumpMetadataAction.spec(session),
            WorkersAction.spec(session, connector),
            InfoAction.spec(session, connector),
            HistoryActions.monitorSpec(session, connector),
            LogsAction.spec(session, connector),
            HistoryActions.controlSpec(session, connector),
            GetAction.spec(session, connector),
            HistoryActions.listSpec(session, connector)));
  }
}
