package dev.strake.bridge.cli;

import dev.strake.bridge.control.ConnectOptions;
import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.daemon.DaemonDiagnostics;
import dev.strake.bridge.daemon.DaemonLocator;
import dev.strake.bridge.daemon.Installer;
import dev.strake.bridge.daemon.LocalDaemon;
import dev.strake.bridge.daemon.Toolbox;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.HostFailure;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.trace.CommandTrace;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gets a command its daemon: one that runs, or one of Strake's own, installed and started where there is none. The
 * command's trace is the calls' too.
 */
final class DaemonConnector {

  private final Host host;
  private final Consumer<String> notices;
  private final CommandTrace trace;

  DaemonConnector(Session session, CommandTrace trace) {
    this.host = session.host();
    this.notices = session::notice;
    this.trace = trace;
  }

  DaemonClient connect(DaemonOptions given) throws HostFailure, IOException, InterruptedException {
    Optional<String> located = new DaemonLocator(host).locate(given.address());
    return client(located.isPresent() ? located.get() : startOwn(given));
  }

  /** A daemon that runs; none is started. */
  DaemonClient connect(AddressOption given) throws HostFailure {
    Optional<String> located = new DaemonLocator(host).locate(given.address());
    return client(located.orElseThrow(() -> new HostFailure(DaemonDiagnostics.noneAnswers())));
  }

  private DaemonClient client(String text) throws HostFailure {
    DaemonAddress address;
    try {
      address = DaemonAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new HostFailure(DaemonDiagnostics.unknownAddress(text, String.valueOf(e.getMessage())));
    }
    return DaemonClient.connect(address, options(trace));
  }

  /** The usual ones, and the command's trace. */
  static ConnectOptions options(CommandTrace trace) {
    ConnectOptions usual = ConnectOptions.defaults();
    return trace.tracer().map(usual::withTracer).orElse(usual);
  }

  private String startOwn(DaemonOptions given) throws HostFailure, IOException, InterruptedException {
    if (given.noStart) {
      throw new HostFailure(DaemonDiagnostics.noneAnswers());
    }
    if (!host.root()) {
      throw new HostFailure(DaemonDiagnostics.needsRoot());
    }
    if (!given.noInstall && !Toolbox.of(host).missing().isEmpty()) {
      notices.accept("no BuildKit daemon answers; installing what one of Strake's own needs");
      new Installer(host, notices).installDaemon();
    }
    return LocalDaemon.of(host).ensureRunning(notices);
  }
}
