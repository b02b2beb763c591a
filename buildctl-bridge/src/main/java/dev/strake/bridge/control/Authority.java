package dev.strake.bridge.control;

/** The name that a daemon is called by in requests, and that its certificate has to be for: its address's host. */
final class Authority {

  private static final String THIS_MACHINE = "localhost";

  private Authority() {}

  static String of(DaemonAddress address) {
    return switch (address) {
      case DaemonAddress.Unix unix -> THIS_MACHINE;
      case DaemonAddress.DockerEngine engine -> THIS_MACHINE;
      case DaemonAddress.Tcp(var host, var port) -> of(host) + ":" + port;
      case DaemonAddress.RemoteDockerEngine(var host, var port) -> of(host) + ":" + port;
      case DaemonAddress.Ssh ssh -> of(ssh.host()) + ssh.port().map(port -> ":" + port).orElse("");
      case DaemonAddress.DockerContainer container -> container.container();
      case DaemonAddress.PodmanContainer container -> container.container();
      case DaemonAddress.NerdctlContainer container -> container.container();
      case DaemonAddress.KubePod pod -> pod.pod();
    };
  }

  private static String of(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
