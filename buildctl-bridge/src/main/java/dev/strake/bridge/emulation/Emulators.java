package dev.strake.bridge.emulation;

import dev.strake.bridge.host.Host;
import dev.strake.llb.Platform;
import java.util.Map;

/** QEMU's names for architectures, and the emulators that a daemon takes from the PATH. */
public final class Emulators {

  private static final Map<String, String> QEMU_NAMES =
      Map.of(
          "arm64", "aarch64",
          "amd64", "x86_64",
          "riscv64", "riscv64",
          "arm", "arm",
          "s390x", "s390x",
          "ppc64le", "ppc64le",
          "386", "i386");

  private Emulators() {}

  /** QEMU's name for a platform's architecture. */
  static String qemuName(Platform platform) {
    return QEMU_NAMES.getOrDefault(platform.architecture(), platform.architecture());
  }

  /** Whether this machine has the emulator on its PATH that BuildKit falls back to where the kernel knows none. */
  static boolean onPath(Platform platform, Host host) {
    return host.program("buildkit-qemu-" + qemuName(platform)).isPresent();
  }
}
