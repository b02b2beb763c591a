package dev.strake.frontend.lower;

import dev.strake.llb.ProxyEnv;
import dev.strake.llb.go.GoStrings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The build arguments that name proxies: processes have them, but neither the image nor the cache's keys do. */
final class ProxyArgs {

  private ProxyArgs() {}

  /** The proxies; absent where no argument names one. */
  static Optional<ProxyEnv> of(Map<String, String> buildArgs) {
    Map<String, String> found = new TreeMap<>();
    // Of a name in several cases, the last in Go's order counts.
    new TreeMap<>(buildArgs).forEach((name, value) -> found.put(GoStrings.toLower(name), value));
    ProxyEnv proxy =
        new ProxyEnv(
            found.getOrDefault("http_proxy", ""),
            found.getOrDefault("https_proxy", ""),
            found.getOrDefault("ftp_proxy", ""),
            found.getOrDefault("no_proxy", ""),
            found.getOrDefault("all_proxy", ""));
    boolean any =
        found.containsKey("http_proxy")
            || found.containsKey("https_proxy")
            || found.containsKey("ftp_proxy")
            || found.containsKey("no_proxy")
            || found.containsKey("all_proxy");
    return any ? Optional.of(proxy) : Optional.empty();
  }
}
