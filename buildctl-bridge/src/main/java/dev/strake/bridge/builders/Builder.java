package dev.strake.bridge.builders;

import dev.strake.bridge.control.ConnectOptions;
import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.control.DaemonClient;
import dev.strake.bridge.control.TlsSettings;
import dev.strake.llb.Platform;
import dev.strake.llb.Platforms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A daemon, and what it builds for.
 *
 * @param platforms canonical, as {@link Platforms#normalize} makes them
 * @param address as the user wrote it
 * @param tls how the connection is secured; absent for clear text
 */
public record Builder(List<Platform> platforms, String address, Optional<TlsSettings> tls) {

  public Builder {
    platforms = List.copyOf(platforms);
  }

  /**
   * A client of the daemon; it connects when first used.
   *
   * @param options what is the same for all builders
   */
  DaemonClient connect(ConnectOptions options) {
    return DaemonClient.connect(DaemonAddress.parse(address), tls.map(options::withTls).orElse(options));
  }

  /** How well it serves a platform: 2 where it is named, 1 where only the variant differs, 0 for not at all. */
  int fitness(Platform wanted) {
    if (platforms.stream().anyMatch(own -> Platforms.format(own).equals(Platforms.format(wanted)))) {
      return 2;
    }
    boolean machine =
        platforms.stream()
            .anyMatch(own -> own.os().equals(wanted.os()) && own.architecture().equals(wanted.architecture()));
    return machine ? 1 : 0;
  }

  /** What it builds for, as text. */
  static String names(List<Platform> platforms) {
    return platforms.stream().map(Platforms::formatAll).collect(Collectors.joining(","));
  }
}
