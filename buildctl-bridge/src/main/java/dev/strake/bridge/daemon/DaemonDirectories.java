package dev.strake.bridge.daemon;

import dev.strake.bridge.host.Host;
import java.nio.file.Path;

/**
 * Where a daemon of Strake's own keeps its things.
 *
 * @param state what survives a restart: images, the build cache, programs, logs
 * @param run sockets, process ids and the lock
 */
public record DaemonDirectories(Path state, Path run) {

  /**
   * The user's daemon: below /var/lib and /run for root, in the XDG folders otherwise; STRAKE_STATE_DIR and
   * STRAKE_RUN_DIR choose others.
   */
  public static DaemonDirectories of(Host host) {
    Path state = host.variable("STRAKE_STATE_DIR").map(Path::of).orElseGet(() -> defaultState(host));
    Path run = host.variable("STRAKE_RUN_DIR").map(Path::of).orElseGet(() -> defaultRun(host, state));
    return new DaemonDirectories(state.toAbsolutePath(), run.toAbsolutePath());
  }

  /** Programs that {@code strake daemon install} put there. */
  public Path bin() {
    return state.resolve("bin");
  }

  public Path containerdRoot() {
    return state.resolve("containerd");
  }

  public Path containerdState() {
    return run.resolve("containerd");
  }

  public Path containerdConfig() {
    return state.resolve("containerd.toml");
  }

  public Path containerdSocket() {
    return run.resolve("containerd.sock");
  }

  /** containerd's second socket, which it names after the first. */
  public Path containerdTtrpcSocket() {
    return Path.of(containerdSocket() + ".ttrpc");
  }

  public Path buildkitdRoot() {
    return state.resolve("buildkit");
  }

  /** The user's own settings for buildkitd: made once, never written again. */
  public Path buildkitdConfig() {
    return state.resolve("buildkitd.toml");
  }

  public Path buildkitdSocket() {
    return run.resolve("buildkitd.sock");
  }

  /** The address that a client dials. */
  public String address() {
    return "unix://" + buildkitdSocket();
  }

  public Path log(String program) {
    return state.resolve(program + ".log");
  }

  public Path pidFile(String program) {
    return run.resolve(program + ".pid");
  }

  public Path lockFile() {
    return run.resolve("lock");
  }

  private static Path defaultState(Host host) {
    if (host.root()) {
      return Path.of("/var/lib/strake");
    }
    Path data = host.variable("XDG_DATA_HOME").map(Path::of).orElse(host.home().resolve(".local/share"));
    return data.resolve("strake");
  }

  private static Path defaultRun(Host host, Path state) {
    if (host.root()) {
      return Path.of("/run/strake");
    }
    return host.variable("XDG_RUNTIME_DIR").map(folder -> Path.of(folder, "strake")).orElse(state.resolve("run"));
  }
}
