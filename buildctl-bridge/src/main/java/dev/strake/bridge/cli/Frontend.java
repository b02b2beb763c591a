package dev.strake.bridge.cli;

import dev.strake.bridge.control.BuildFunction;
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

  /** A frontend whose calls to the daemon pass a guard. */
  Frontend(UnaryOperator<GatewayPort> guard) {
    this.guard = guard;
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
