package dev.strake.bridge.daemon;

import dev.strake.bridge.host.Host;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the daemon to use: the named one, or the first that answers in the usual places. */
public final class DaemonLocator {

  private final Host host;
  private final List<Path> usualSockets;
  private final LocalDaemon own;

  public DaemonLocator(Host host) {
    this(host, usualSockets(host));
  }

  DaemonLocator(Host host, List<Path> usualSockets) {
    this.host = host;
    this.usualSockets = usualSockets;
    this.own = LocalDaemon.of(host);
  }

  /**
   * The address to use: {@code option}, else BUILDKIT_HOST, whether or not anyone listens there; else a usual socket
   * that answers; else Strake's own daemon where all of it runs. Absent where there is none.
   */
  public Optional<String> locate(Optional<String> option) {
    return option
        .or(() -> host.variable("BUILDKIT_HOST"))
        .or(() -> usualSockets.stream().filter(SocketProbe::answers).findFirst().map(socket -> "unix://" + socket))
        .or(() -> Optional.of(own).filter(LocalDaemon::answers).map(daemon -> daemon.directories().address()));
  }

  private static List<Path> usualSockets(Host host) {
    List<Path> sockets = new ArrayList<>(List.of(Path.of("/run/buildkit/buildkitd.sock")));
    host.variable("XDG_RUNTIME_DIR").map(folder -> Path.of(folder, "buildkit/buildkitd.sock")).ifPresent(sockets::add);
    return List.copyOf(sockets);
  }
}
