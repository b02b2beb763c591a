package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.host.Session;
import dev.strake.llb.Digests;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code debug get}: writes a blob of the daemon's content store to standard output. */
final class GetAction {

  private GetAction() {}

  static CommandSpec spec(Session session, Connector connector) {
    return CommandSpec.of(
        "get", "retrieve a blob from contentstore", List.of(), parsed -> run(session, connector, parsed));
  }

  private static void run(Session session, Connector connector, ParsedCommand parsed)
      throws IOException, InterruptedException {
    if (parsed.arguments().isEmpty()) {
      throw new CommandException("blob digest must be specified");
    }
    String digest = parsed.arguments().getFirst();
    Optional<String> problem = Digests.problem(digest);
    if (problem.isPresent()) {
      throw new CommandException(problem.get());
    }
    try (DaemonClient client = connector.connect(parsed.flags())) {
      Calls.await(client.content().read(digest, session.streams().out()));
    }
  }
}
