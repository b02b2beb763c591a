package dev.strake.bridge.control;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a daemon listens.
 *
 * <pre>{@code
 * DaemonAddress address = DaemonAddress.parse("docker-container://buildkitd?context=remote");
 * }</pre>
 */
public sealed interface DaemonAddress {

  /** A unix socket. */
  record Unix(Path socket) implements DaemonAddress {
    @Override
    public String toString() {
      return "unix://" + socket;
    }
  }

  /** A TCP port. */
  record Tcp(String host, int port) implements DaemonAddress {
    @Override
    public String toString() {
      return "tcp://" + bracketed(host) + ":" + port;
    }
  }

  /**
   * A daemon on another machine, reached through {@code ssh} and the {@code buildctl} there.
   *
   * @param user absent for ssh's own choice
   * @param port absent for ssh's own choice
   * @param socket of the daemon there; empty for the usual one
   */
  record Ssh(Optional<String> user, String host, Optional<Integer> port, String socket) implements DaemonAddress {
    @Override
    public String toString() {
      String there = bracketed(host) + port.map(number -> ":" + number).orElse("");
      return "ssh://" + user.map(name -> name + "@").orElse("") + there + socket;
    }
  }

  /** A daemon in a container, reached through {@code docker exec}; with a context of Docker's client, or its own. */
  record DockerContainer(String container, String context) implements DaemonAddress {
    @Override
    public String toString() {
      return "docker-container://" + container + (context.isEmpty() ? "" : "?context=" + context);
    }
  }

  /** A daemon in a container, reached through {@code podman exec}. */
  record PodmanContainer(String container) implements DaemonAddress {
    @Override
    public String toString() {
      return "podman-container://" + container;
    }
  }

  /** A daemon in a container, reached through {@code nerdctl exec}; in a namespace of containerd's, or the usual one. */
  record NerdctlContainer(String container, String namespace) implements DaemonAddress {
    @Override
    public String toString() {
      return "nerdctl-container://" + container + (namespace.isEmpty() ? "" : "?namespace=" + namespace);
    }
  }

  /** A daemon in a pod, reached through {@code kubectl exec}; what is empty is kubectl's own choice. */
  record KubePod(String pod, String context, String namespace, String container) implements DaemonAddress {
    @Override
    public String toString() {
      String query =
          Stream.of("context=" + context, "namespace=" + namespace, "container=" + container)
              .filter(pair -> !pair.endsWith("="))
              .collect(Collectors.joining("&"));
      return "kube-pod://" + pod + (query.isEmpty() ? "" : "?" + query);
    }
  }

  /** The BuildKit inside a Docker Engine, behind its socket. */
  record DockerEngine(Path socket) implements DaemonAddress {
    @Override
    public String toString() {
      return "docker://" + socket;
    }
  }

  /** The BuildKit inside a Docker Engine, behind its TCP port. */
  record RemoteDockerEngine(String host, int port) implements DaemonAddress {
    @Override
    public String toString() {
      return "docker://" + bracketed(host) + ":" + port;
    }
  }

  /**
   * Reads an address: {@code unix://PATH}, {@code tcp://HOST:PORT}, {@code ssh://[USER@]HOST[:PORT][/SOCKET]}, {@code
   * docker-container://NAME[?context=C]}, {@code podman-container://NAME}, {@code
   * nerdctl-container://NAME[?namespace=N]}, {@code kube-pod://POD[?context=C&namespace=N&container=NAME]}, {@code
   * docker://[SOCKET]} or {@code docker://HOST:PORT}. A unix socket named {@code docker.sock} is a Docker Engine's.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  static DaemonAddress parse(String text) {
    return AddressParser.parse(text);
  }

  /**
   * Whether a daemon at this address runs on this machine, with this machine's emulators: an engine's or a port's may
   * run in a machine of its own. The address need not be valid.
   */
  static boolean isOnThisMachine(String address) {
    return address.startsWith("unix://");
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
