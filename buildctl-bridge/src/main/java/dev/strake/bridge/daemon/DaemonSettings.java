package dev.strake.bridge.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The settings files and command lines of the two programs. */
final class DaemonSettings {

  private DaemonSettings() {}

  /**
   * containerd's settings. Version 2 of their format is read by containerd 1.3 and newer, 2.x included. Kubernetes'
   * plugin
   * is off: it would want networks set up.
   */
  static String containerd(DaemonDirectories directories) {
    return """
        # Written by strake at each start of its daemon.
        version = 2
        root = "%s"
        state = "%s"
        disabled_plugins = ["io.containerd.grpc.v1.cri"]

        [grpc]
          address = "%s"

        [debug]
          level = "warn"
        """
        .formatted(
            toml(directories.containerdRoot()),
            toml(directories.containerdState()),
            toml(directories.containerdSocket()));
  }

  /** The start of buildkitd's settings, which belong to the user from then on. */
  static String buildkitd() {
    return """
        # Settings of strake's own buildkitd, such as registry mirrors.
        # Yours to change: strake does not write here again.
        # Sockets, folders and the worker are set on its command line.
        """;
  }

  static List<String> buildkitdCommand(String program, DaemonDirectories directories) {
    return List.of(
        program,
        "--config",
        directories.buildkitdConfig().toString(),
        "--addr",
        directories.address(),
        "--root",
        directories.buildkitdRoot().toString(),
        "--oci-worker=false",
        "--containerd-worker=true",
        "--containerd-worker-addr",
        directories.containerdSocket().toString(),
        "--containerd-worker-snapshotter",
        snapshotter(directories),
        // Allowed here, still refused to every build that does not ask for it with --allow.
        "--allow-insecure-entitlement",
        "network.host",
        "--allow-insecure-entitlement",
        "security.insecure");
  }

  /** The kernel refuses an overlay's upper folder on another overlay, as inside a container. */
  private static String snapshotter(DaemonDirectories directories) {
    try {
      return Files.getFileStore(directories.state()).type().equals("overlay") ? "native" : "overlayfs";
    } catch (IOException e) {
      // The folder's mount is not to be seen from here, as inside a chroot. Copies work on every file system.
      return "native";
    }
  }

  private static String toml(Object path) {
    return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
