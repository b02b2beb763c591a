package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.control.ConnectOptions;
import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Connects to the daemon that the global flags name. */
final class Connector {

  private static final String DEFAULT_ADDRESS = "unix:///run/buildkit/buildkitd.sock";
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration ANY_TIME = Duration.ofDays(1);

  private Connector() {}

  /** The global flags. */
  static List<Flag> flags(Map<String, String> environment) {
    String host = environment.getOrDefault("BUILDKIT_HOST", "");
    return Stream.of(
            Flag.of(Kind.SWITCH, "debug", "log more"),
            Flag.of(Kind.TEXT, "addr", "where buildkitd listens").withDefault(host.isEmpty() ? DEFAULT_ADDRESS : host),
            Flag.of(Kind.TEXT, "log-format", "json or text").withDefault("text"),
            Flag.of(Kind.TEXT, "tlsservername", "name that the daemon's certificate must bear"),
            Flag.of(Kind.TEXT, "tlscacert", "certificate that vouches for the daemon's"),
            Flag.of(Kind.TEXT, "tlscert", "certificate to show to the daemon"),
            Flag.of(Kind.TEXT, "tlskey", "key of that certificate"),
            Flag.of(
                Kind.TEXT,
                "tlsdir",
                "folder with the three: ca.pem, cert.pem, key.pem, or ca.crt, tls.crt, tls.key"),
            Flag.of(Kind.INTEGER, "timeout", "seconds to wait for a connection").withDefault("5"),
            Flag.of(Kind.SWITCH, "wait", "wait until the daemon can be reached"))
        .map(Flag::forAll)
        .toList();
  }

  static DaemonClient connect(FlagValues flags) {
    long seconds = flags.integer("timeout");
    Duration timeout = seconds > 0 ? Duration.ofSeconds(seconds) : ANY_TIME;
    try {
      return DaemonClient.connect(DaemonAddress.parse(flags.text("addr")), new ConnectOptions(timeout, CALL_TIMEOUT));
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
  }
}
