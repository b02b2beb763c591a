package dev.strake.bridge.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which daemon to use. Filled in by picocli. */
final class AddressOption {

  @Option(
      names = "--addr",
      paramLabel = "ADDRESS",
      description = "The BuildKit daemon, such as unix:///path/to/buildkitd.sock, tcp://HOST:PORT, ssh://HOST or"
          + " docker-container://NAME (default: BUILDKIT_HOST, then the usual sockets, then a daemon of Strake's own).")
  private @Nullable String address;

  /** The daemon that was named; absent to find one. */
  Optional<String> address() {
    return Optional.ofNullable(address);
  }
}
