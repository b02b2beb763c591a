package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.BuildFunction;
import dev.strake.frontend.FrontendResult;
import dev.strake.frontend.port.GatewayPort;
import dev.strake.frontend.port.GatewayPort.SolveResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** What a frontend answers to a request that builds nothing. */
final class SubrequestAnswer {

  private static final String TEXT = "result.txt";
  private static final String PREFIX = "result.";

  private final AtomicReference<Map<String, byte[]>> metadata = new AtomicReference<>(Map.of());

  /** Asks a frontend of the daemon, and remembers its answer. */
  BuildFunction asking(String frontend, Map<String, String> options) {
    return gateway -> {
      SolveResult result =
          gateway.solve(
              new GatewayPort.SolveRequest(Optional.empty(), frontend, options, Map.of(), List.of(), false));
      metadata.set(result.metadata());
      return new FrontendResult(
          result.single(), result.multiple(), result.metadata(), result.attestations(), List.of());
    };
  }

  /** Prints its text where it has one, else all that it has. */
  void print(PrintStream out) {
    byte[] text = metadata.get().get(TEXT);
    if (text != null) {
      out.print(new String(text, StandardCharsets.UTF_8));
      return;
    }
    new TreeMap<>(metadata.get())
        .forEach(
            (key, value) -> {
              if (key.startsWith(PREFIX)) {
                out.print(key + "\n" + new String(value, StandardCharsets.UTF_8) + "\n");
              }
            });
  }
}
