package dev.strake.bridge.cli;

import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.llb.Platforms;
import java.util.stream.Collectors;

/** What a daemon can run. */
final class DaemonPlatforms {

  private DaemonPlatforms() {}

  /** The platforms of the daemon's default worker, its own first. */
  static String of(String address) {
    try (DaemonClient client = DaemonClient.connect(DaemonAddress.parse(address))) {
      return client.listWorkers().getFirst().platforms().stream()
          .map(Platforms::format)
          .collect(Collectors.joining(", "));
    }
  }
}
