package dev.strake.bridge.session;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Connections to registries and their token servers, secured as the user has said of each host.
 *
 * <pre>{@code
 * try (var registry = RegistryLogin.of(sessionSpec).http().client("registry.example")) {
 *   System.out.println(registry.version());
 * }
 * }</pre>
 */
public final class RegistryHttp {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

  private final Map<String, RegistryTls> tls;

  RegistryHttp(Map<String, RegistryTls> tls) {
    this.tls = Map.copyOf(tls);
  }

  /** Whether anything was said of how a host is to be reached. */
  public boolean knows(String host) {
    return tls.containsKey(host);
  }

  /**
   * A client for one host, with the platform's own trust where nothing was said of it.
   *
   * @throws IOException when the certificates that were named for it cannot be read
   */
  public HttpClient client(String host) throws IOException {
    RegistryTls settings = tls.get(host);
    return client(settings == null ? Optional.empty() : Optional.of(RegistryTlsContexts.of(settings)));
  }

  /** A client for a host whose certificate is not to be looked at. */
  public static HttpClient trustingClient() throws IOException {
    return client(Optional.of(RegistryTlsContexts.of(new RegistryTls(List.of(), List.of(), true))));
  }

  private static HttpClient client(Optional<SSLContext> context) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(ProxySelector.getDefault())
            .connectTimeout(CONNECT_TIMEOUT);
    context.ifPresent(builder::sslContext);
    return builder.build();
  }
}
