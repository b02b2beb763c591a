package dev.strake.bridge.daemon;

import dev.strake.bridge.host.PackageManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the distributions call the packages that a daemon needs. */
final class DaemonPackages {

  private DaemonPackages() {}

  /** The package that brings a component; absent for what the distributions do not have. */
  static Optional<String> of(Component component) {
    return switch (component) {
      case CONTAINERD -> Optional.of("containerd");
      case RUNC -> Optional.of("runc");
      case BUILDKITD -> Optional.empty();
    };
  }

  /** The packages that bring the programs of integration tests, by program. */
  static Map<String, String> testPrograms(PackageManager manager) {
    return switch (manager) {
      case APT ->
          Map.ofEntries(
              Map.entry("docker-registry", "docker-registry"),
              Map.entry("skopeo", "skopeo"),
              Map.entry("ssh-add", "openssh-client"),
              Map.entry("tmux", "tmux"),
              Map.entry("zsh", "zsh"),
              Map.entry("fish", "fish"),
              Map.entry("podman", "podman"),
              Map.entry("buildah", "buildah"),
              Map.entry("umoci", "umoci"),
              Map.entry("dockerd", "docker.io"),
              Map.entry("systemd-analyze", "systemd"),
              Map.entry("kubectl", "kubernetes-client"));
      // It has no package of the registry.
      case DNF ->
          Map.of(
              "skopeo", "skopeo", "ssh-add", "openssh-clients", "tmux", "tmux", "zsh", "zsh", "fish", "fish");
      case APK ->
          Map.of(
              "docker-registry", "docker-registry", "skopeo", "skopeo", "ssh-add", "openssh-client", "tmux", "tmux",
              "zsh", "zsh", "fish", "fish");
    };
  }

  /** The packages that let the kernel run other machines' programs. */
  static List<String> emulators(PackageManager manager) {
    return switch (manager) {
      case APT -> List.of("qemu-user-static");
      case DNF -> List.of("qemu-user-static");
      case APK -> List.of("qemu-aarch64", "qemu-arm", "qemu-riscv64", "qemu-s390x", "qemu-ppc64le", "qemu-openrc");
    };
  }

  /** A program that those packages bring. */
  static String emulatorProgram(PackageManager manager) {
    return switch (manager) {
      case APT, DNF -> "qemu-s390x-static";
      case APK -> "qemu-s390x";
    };
  }
}
