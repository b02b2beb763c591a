package dev.strake.bridge.cli;

import dev.strake.bridge.control.BuildFunction;
import dev.strake.bridge.control.DaemonAddress;
import dev.strake.bridge.emulation.EmulatorCheck;
import dev.strake.bridge.host.Host;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The frontend in this process, which remembers the metadata that it gave back: a subrequest's answer is in it. */
final class Frontend implements BuildFunction {

  private final AtomicReference<Map<String, byte[]>> metadata = new AtomicReference<>(Map.of());

  private final UnaryOperator<GatewayPort> guard;

  private Frontend(UnaryOperator<GatewayPort> guard) {
    this.guard = guard;
  }

  /** For a daemon at this address: another machine's may have emulators that are not to be seen from here. */
  static Frontend at(String address, Host host) {
    return new Frontend(
        DaemonAddress.isOnThisMachine(address) ? gateway -> new EmulatorCheck(gateway, host) : gateway -> gateway);
  }

  @Override
  public FrontendResult build(GatewayPort gateway) {
    FrontendResult result = new DockerfileFrontend().run(guard.apply(gateway));
    metadata.set(result.metadata());
    return result;
  }

  /** A text of the result's metadata, such as {@code result.txt}; absent where the build gave none. */
  Optional<String> text(String key) {
    return Optional.ofNullable(metadata.get().get(key)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }
}
