package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.buildctl.command.Flag;
import dev.strake.bridge.buildctl.command.Flag.Kind;
import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.control.ConnectOptions;
import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.TlsSettings;

import dev.strake.bridge.host.Session;
import dev.strake.bridge.trace.CommandTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Connects to the daemon that the global flags name, as a part of the command's trace. */
final class Connector {

  private static final String DEFAULT_ADDRESS = "unix:///run/buildkit/buildkitd.sock";
  private static final Duration ANY_TIME = Duration.ofDays(1);

  private final Session session;
  private final CommandTrace trace;

  Connector(Session session, CommandTrace trace) {
    this.session = session;
    this.trace = trace;
  }

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

  /**
   * A client of the daemon; with {@code --wait} only once the daemon can be reached. The flag {@code --timeout} bounds
   * that wait; without it a call has no less than the usual time to connect, however short the flag's.
   */
  DaemonClient connect(FlagValues flags) throws IOException, InterruptedException {
    long seconds = flags.integer("timeout");
    Duration timeout = seconds > 0 ? Duration.ofSeconds(seconds) : ANY_TIME;
    ConnectOptions plain = options(session.folder(), flags, timeout);
    ConnectOptions options = trace.tracer().map(plain::withTracer).orElse(plain);
    DaemonClient client;
    try {
      String address = flags.text("addr");
      client = DaemonClient.connect(DaemonAddress.parse(address.isEmpty() ? DEFAULT_ADDRESS : address), options);
    } catch (IllegalArgumentException e) {
      throw new CommandException(String.valueOf(e.getMessage()));
    }
    if (flags.on("wait")) {
      client.awaitReady(timeout);
    }
    return client;
  }

  private static ConnectOptions options(Path folder, FlagValues flags, Duration timeout) throws IOException {
    ConnectOptions usual = ConnectOptions.defaults();
    ConnectOptions options =
        timeout.compareTo(usual.connectTimeout()) > 0 ? usual.withConnectTimeout(timeout) : usual;
    return tls(folder, flags).map(options::withTls).orElse(options);
  }

  private static Optional<TlsSettings> tls(Path folder, FlagValues flags) throws IOException {
    String directory = flags.text("tlsdir");
    Optional<Path> authority = file(folder, flags, "tlscacert");
    Optional<Path> certificate = file(folder, flags, "tlscert");
    Optional<Path> key = file(folder, flags, "tlskey");
    String name = flags.text("tlsservername");
    if (!directory.isEmpty()) {
      if (authority.isPresent() || certificate.isPresent() || key.isPresent()) {
        throw new CommandException("cannot specify tlsdir and tlscacert/tlscert/tlskey at the same time");
      }
      return Optional.of(TlsSettings.ofDirectory(folder.resolve(directory)).withServerName(name));
    }
    return authority.isPresent() || certificate.isPresent() || key.isPresent()
        ? Optional.of(new TlsSettings(name, authority, certificate, key))
        : Optional.empty();
  }

  private static Optional<Path> file(Path folder, FlagValues flags, String name) {
    return Optional.of(flags.text(name)).filter(text -> !text.isEmpty()).map(folder::resolve);
  }
}
