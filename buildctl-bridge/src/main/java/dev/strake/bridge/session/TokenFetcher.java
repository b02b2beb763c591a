package dev.strake.bridge.session;

import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fetches tokens from the token servers of registries. No message of it holds a credential. */
final class TokenFetcher implements AutoCloseable {

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
  private static final int MAX_ANSWER_BYTES = 1 << 20;
  private static final String CLIENT_ID = "buildkit-client";
  private final HttpClient client;

  /** @param client closed with the fetcher */
  TokenFetcher(HttpClient client) {
    this.client = client;
  }

  /**
   * Fetches a token: with credentials first in the way of OAuth, which not every registry knows.
   *
   * @throws IOException when there is none to be had; the message is the reference's
   */
  RegistryToken fetch(TokenRequest request) throws IOException, InterruptedException {
    if (request.credentials().secret().isEmpty()) {
      try {
        return get(request);
      } catch (IOException e) {
        throw new IOException("failed to fetch anonymous token: " + e.getMessage(), e);
      }
    }
    try {
      return post(request);
    } catch (UnexpectedStatus refused) {
      boolean retry =
          switch (refused.code) {
            case 404, 401 -> true;
            case 405 -> !request.credentials().name().isEmpty();
            default -> false;
          };
      if (!retry) {
        throw failed(refused);
      }
    } catch (IOException e) {
      throw failed(e);
    }
    try {
      return get(request);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static IOException failed(IOException cause) {
    return new IOException("failed to fetch oauth token: " + cause.getMessage(), cause);
  }

  private RegistryToken post(TokenRequest request) throws IOException, InterruptedException {
    Map<String, String> form = new TreeMap<>();
    if (!request.scopes().isEmpty()) {
      form.put("scope", String.join(" ", request.scopes()));
    }
    form.put("service", request.service());
    form.put("client_id", CLIENT_ID);
    if (request.credentials().name().isEmpty()) {
      form.put("grant_type", "refresh_token");
      form.put("refresh_token", request.credentials().secret());
    } else {
      form.put("grant_type", "password");
      form.put("username", request.credentials().name());
      form.put("password", request.credentials().secret());
    }
    StringJoiner body = new StringJoiner("&");
    form.forEach((key, value) -> body.add(encode(key) + "=" + encode(value)));
    HttpRequest.Builder http =
        HttpRequest.newBuilder(uri(request.realm()))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return send(http);
  }

  private RegistryToken get(TokenRequest request) throws IOException, InterruptedException {
    StringBuilder url = new StringBuilder(request.realm());
    char separator = request.realm().contains("?") ? '&' : '?';
    if (!request.service().isEmpty()) {
      url.append(separator).append("service=").append(encode(request.service()));
      separator = '&';
    }
    for (String scope : request.scopes()) {
      url.append(separator).append("scope=").append(encode(scope));
      separator = '&';
    }
    HttpRequest.Builder http = HttpRequest.newBuilder(uri(url.toString())).GET();
    if (!request.credentials().secret().isEmpty()) {
      String pair = request.credentials().name() + ":" + request.credentials().secret();
      String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
      http.header("Authorization", "Basic " + encoded);
    }
    return send(http);
  }

  private static URI uri(String text) throws IOException {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // The message below says as much.
    }
    throw new IOException("invalid token server address \"" + text + "\"");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private RegistryToken send(HttpRequest.Builder builder) throws IOException, InterruptedException {
    HttpRequest request = builder.timeout(ANSWER_TIMEOUT).header("User-Agent", "strake").build();
    String method = request.method().charAt(0) + request.method().substring(1).toLowerCase(Locale.ROOT);
    HttpResponse<InputStream> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw new IOException(method + " \"" + request.uri() + "\": connection refused", e);
    } catch (IOException e) {
      throw new IOException(method + " \"" + request.uri() + "\": " + e.getMessage(), e);
    }
    try (InputStream body = response.body()) {
      int code = response.statusCode();
      if (code < 200 || code >= 400) {
        throw new UnexpectedStatus(request, code);
      }
      return token(body.readNBytes(MAX_ANSWER_BYTES));
    }
  }

  private static RegistryToken token(byte[] json) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      GoJsonReader parser = GoJsonReader.of(json);
      parser.next();
      while (parser.next() == Token.NAME) {
        String name = parser.text();
        if (parser.next().isScalar()) {
          fields.put(name, parser.text());
        } else {
          parser.skipValue();
        }
      }
    } catch (IOException e) {
      // Without the parser's own message, which may show a part of the token.
      throw new IOException("unable to decode token response");
    }
    String token = fields.getOrDefault("access_token", "");
    token = token.isEmpty() ? fields.getOrDefault("token", "") : token;
    if (token.isEmpty()) {
      throw new IOException("authorization server did not include a token in the response");
    }
    return new RegistryToken(token, number(fields.get("expires_in")), time(fields.get("issued_at")));
  }

  private static long number(@Nullable String text) {
    try {
      return text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static long time(@Nullable String text) {
    try {
      return text == null ? 0 : Instant.parse(text).getEpochSecond();
    } catch (DateTimeException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static final class UnexpectedStatus extends IOException {
    private static final long serialVersionUID = 1L;
    private final int code;

    UnexpectedStatus(HttpRequest request, int code) {
      super(
          "unexpected status from " + request.method() + " request to " + request.uri() + ": " + HttpReasons.of(code));
      this.code = code;
    }
  }
}
