package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.CommandSpec;
import dev.strake.bridge.buildctl.command.ParsedCommand;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.host.Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code debug get}: writes a blob of the daemon's content store to standard output. */
final class GetAction {

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+");
  private static final Map<String, Integer> DIGITS = Map.of("sha256", 64, "sha384", 96, "sha512", 128);

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
    String digest = requireDigest(parsed.arguments().getFirst());
    try (DaemonClient client = connector.connect(parsed.flags())) {
      Calls.await(client.content().read(digest, session.streams().out()));
    }
  }

  private static String requireDigest(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new CommandException("invalid checksum digest format");
    }
    int colon = text.indexOf(':');
    Integer digits = DIGITS.get(text.substring(0, colon));
    if (digits == null) {
      throw new CommandException("unsupported digest algorithm");
    }
    String encoded = text.substring(colon + 1);
    if (encoded.length() != digits) {
      throw new CommandException("invalid checksum digest length");
    }
    if (!encoded.matches("[a-f0-9]+")) {
      throw new CommandException("invalid checksum digest format");
    }
    return text;
  }
}
