package dev.strake.bridge.session;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets this side itself into a registry, with what the daemon's requests would be let in with.
 *
 * <pre>{@code
 * RegistryLogin login = RegistryLogin.of(sessionSpec);
 * String header = login.answer("registry.example", "Bearer realm=...", "repository:app:pull,push").orElseThrow();
 * }</pre>
 */
public final class RegistryLogin {

  private static final String BASIC = "basic";
  private static final String BEARER = "bearer";
  private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]+)=(?:\"([^\"]*)\"|([^\\s,\"]+))");

  private final Optional<RegistryCredentials> credentials;
  private final RegistryHttp http;

  private RegistryLogin(Optional<RegistryCredentials> credentials, RegistryHttp http) {
    this.credentials = credentials;
    this.http = http;
  }

  /** With the credentials and the certificates of a session. */
  public static RegistryLogin of(SessionSpec session) {
    return new RegistryLogin(session.credentials(), new RegistryHttp(session.registryTls()));
  }

  /** The connections that it is let in over. */
  public RegistryHttp http() {
    return http;
  }

  /**
   * What to send as {@code Authorization} to a registry that asks who this is; absent where there is nothing to say.
   *
   * @param host the registry's, with its port where it has one
   * @param challenge the registry's {@code WWW-Authenticate}
   * @param scope what is to be done, such as {@code repository:app:pull,push}
   * @throws IOException when the token server refuses; the message holds no credential
   */
  public Optional<String> answer(String host, String challenge, String scope)
      throws IOException, InterruptedException {
    Credentials found = credentials.isPresent() ? credentials.get().forHost(host) : Credentials.none();
    String scheme = challenge.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    if (scheme.equals(BASIC)) {
      return found.secret().isEmpty() ? Optional.empty() : Optional.of("Basic " + base64(found));
    }
    if (!scheme.equals(BEARER)) {
      return Optional.empty();
    }
    if (!found.registryToken().isEmpty()) {
      return Optional.of("Bearer " + found.registryToken());
    }
    Map<String, String> parameters = parameters(challenge);
    TokenRequest request =
        new TokenRequest(
            parameters.getOrDefault("realm", ""), parameters.getOrDefault("service", ""), List.of(scope), found);
    try (TokenFetcher fetcher = new TokenFetcher(http.client(host))) {
      return Optional.of("Bearer " + fetcher.fetch(request).token());
    }
  }

  private static String base64(Credentials found) {
    String pair = found.username() + ":" + found.secret();
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> parameters(String challenge) {
    Map<String, String> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(challenge);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), quoted == null ? matcher.group(3) : quoted);
    }
    return parameters;
  }
}
