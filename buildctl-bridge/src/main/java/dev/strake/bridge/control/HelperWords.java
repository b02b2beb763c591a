package dev.strake.bridge.control;

import java.util.ArrayList;
import java.util.List;

/** The command lines of the programs that reach a daemon, exactly as the reference has them. */
final class HelperWords {

  private static final List<String> DIAL = List.of("buildctl", "dial-stdio");

  private HelperWords() {}

  static List<String> of(DaemonAddress.Ssh address) {
    List<String> words = new ArrayList<>(List.of("ssh"));
    address.user().ifPresent(user -> words.addAll(List.of("-l", user)));
    address.port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
    words.addAll(List.of("--", address.host(), "buildctl"));
    if (!address.socket().isEmpty()) {
      words.addAll(List.of("--addr", "unix://" + address.socket()));
    }
    words.add("dial-stdio");
    return words;
  }

  static List<String> of(DaemonAddress.DockerContainer address) {
    List<String> words = new ArrayList<>(List.of("docker"));
    if (!address.context().isEmpty()) {
      words.add("--context=" + address.context());
    }
    return dial(words, "exec", "-i", address.container());
  }

  static List<String> of(DaemonAddress.PodmanContainer address) {
    return dial(new ArrayList<>(List.of("podman")), "exec", "-i", address.container());
  }

  static List<String> of(DaemonAddress.NerdctlContainer address) {
    List<String> words = new ArrayList<>(List.of("nerdctl", "exec"));
    if (!address.namespace().isEmpty()) {
      words.addAll(List.of("--namespace", address.namespace()));
    }
    return dial(words, "-i", address.container());
  }

  static List<String> of(DaemonAddress.KubePod address) {
    return dial(
        new ArrayList<>(
            List.of("kubectl", "--context=" + address.context(), "--namespace=" + address.namespace(), "exec")),
        "--container=" + address.container(),
        "-i",
        address.pod(),
        "--");
  }

  private static List<String> dial(List<String> words, String... more) {
    words.addAll(List.of(more));
    words.addAll(DIAL);
    return words;
  }
}
