package dev.strake.bridge.control;

import dev.strake.llb.go.GoQuote;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads daemon addresses; what is wrong with one is told in the reference's words where it has any. */
final class AddressParser {

  private static final Pattern KUBE_NAME = Pattern.compile("[-a-z0-9.]+");
  private static final Path ENGINE_SOCKET = Path.of("/var/run/docker.sock");
  private static final String UNIX = "unix://";
  private static final String ENGINE = "docker://";

  private AddressParser() {}

  static DaemonAddress parse(String text) {
    if (text.startsWith(UNIX)) {
      return unix(text.substring(UNIX.length()), text);
    }
    if (text.startsWith(ENGINE)) {
      return engine(text.substring(ENGINE.length()), text);
    }
    int end = text.indexOf("://");
    return switch (end < 0 ? "" : text.substring(0, end)) {
      case "tcp" -> tcp(text.substring("tcp://".length()), text);
      case "ssh" -> ssh(uri(text));
      case "docker-container" ->
          new DaemonAddress.DockerContainer(container(text), query(uri(text)).getOrDefault("context", ""));
      case "podman-container" -> new DaemonAddress.PodmanContainer(container(text));
      case "nerdctl-container" ->
          new DaemonAddress.NerdctlContainer(container(text), query(uri(text)).getOrDefault("namespace", ""));
      case "kube-pod" -> kubePod(uri(text));
      case "npipe" -> throw new IllegalArgumentException("npipe connections are only supported on windows");
      default ->
          throw new IllegalArgumentException(
              "unknown address "
                  + GoQuote.quote(text)
                  + ": expected unix://PATH, tcp://HOST:PORT, ssh://HOST, docker://[SOCKET], or one of"
                  + " docker-container, podman-container, nerdctl-container and kube-pod, such as"
                  + " docker-container://NAME");
    };
  }

  private static DaemonAddress unix(String path, String text) {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("address " + GoQuote.quote(text) + " names no socket");
    }
    Path socket = Path.of(path);
    return socket.endsWith("docker.sock") ? new DaemonAddress.DockerEngine(socket) : new DaemonAddress.Unix(socket);
  }

  private static DaemonAddress engine(String where, String text) {
    if (where.isEmpty()) {
      return new DaemonAddress.DockerEngine(ENGINE_SOCKET);
    }
    if (where.startsWith("/")) {
      return new DaemonAddress.DockerEngine(Path.of(where));
    }
    DaemonAddress.Tcp tcp = tcp(where, text);
    return new DaemonAddress.RemoteDockerEngine(tcp.host(), tcp.port());
  }

  private static DaemonAddress.Tcp tcp(String hostAndPort, String text) {
    int colon = hostAndPort.lastIndexOf(':');
    try {
      int port = Integer.parseInt(hostAndPort.substring(colon + 1));
      if (colon > 0 && port > 0 && port < 65536) {
        return new DaemonAddress.Tcp(withoutBrackets(hostAndPort.substring(0, colon)), port);
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the message below, which shows the whole address.
    }
    throw new IllegalArgumentException(
        "address " + GoQuote.quote(text) + " has no port: expected tcp://HOST:PORT");
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static DaemonAddress ssh(URI uri) {
    String[] user = uri.getUserInfo() == null ? new String[] {} : uri.getUserInfo().split(":", 2);
    require(user.length < 2, "plain-text password is not supported");
    require(uri.getHost() != null, "no host specified");
    require(uri.getRawQuery() == null, "extra query after the host: " + GoQuote.quote(uri.getRawQuery() + ""));
    require(uri.getFragment() == null, "extra fragment after the host: " + GoQuote.quote(uri.getFragment() + ""));
    return new DaemonAddress.Ssh(
        user.length == 0 ? Optional.empty() : Optional.of(user[0]),
        withoutBrackets(uri.getHost()),
        uri.getPort() < 0 ? Optional.empty() : Optional.of(uri.getPort()),
        uri.getPath());
  }

  private static DaemonAddress kubePod(URI uri) {
    Map<String, String> query = query(uri);
    String namespace = query.getOrDefault("namespace", "");
    String pod = host(uri);
    String container = query.getOrDefault("container", "");
    requireKubeName("namespace", namespace);
    require(!pod.isEmpty(), "url lacks pod name");
    requireKubeName("pod", pod);
    requireKubeName("container", container);
    return new DaemonAddress.KubePod(pod, query.getOrDefault("context", ""), namespace, container);
  }

  private static void requireKubeName(String what, String name) {
    require(
        name.isEmpty() || KUBE_NAME.matcher(name).matches(),
        "unsupported " + what + " name: " + GoQuote.quote(name));
  }

  private static String container(String text) {
    String name = host(uri(text));
    require(!name.isEmpty(), "url lacks container name");
    return name;
  }

  /** A container's name may hold an underscore, which Java takes for no host. */
  private static String host(URI uri) {
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> values = new HashMap<>();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : query.split("&")) {
      String[] keyAndValue = pair.split("=", 2);
      values.putIfAbsent(decode(keyAndValue[0]), keyAndValue.length < 2 ? "" : decode(keyAndValue[1]));
    }
    return values;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static URI uri(String text) {
    try {
      return text.endsWith("://") ? new URI(text + "/") : new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("address " + GoQuote.quote(text) + ": " + e.getReason());
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
