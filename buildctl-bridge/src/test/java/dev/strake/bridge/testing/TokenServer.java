package dev.strake.bridge.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Gives tokens for a registry to whoever knows a name and a password, by POST as by GET. */
public final class TokenServer implements AutoCloseable {

  private static final String ISSUER = "strake-test";

  private final HttpServer server;
  private final PrivateKey key;
  private final Certificate certificate;
  private final String user;
  private final String password;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private TokenServer(HttpServer server, PrivateKey key, Certificate certificate, String user, String password) {
    this.server = server;
    this.key = key;
    this.certificate = certificate;
    this.user = user;
    this.password = password;
  }

  /** Starts one whose tokens are signed with a certificate's key. */
  public static TokenServer start(PrivateKey key, Path certificate, String user, String password)
      throws IOException, GeneralSecurityException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Certificate parsed;
    try (var stream = Files.newInputStream(certificate)) {
      parsed = CertificateFactory.getInstance("X.509").generateCertificate(stream);
    }
    TokenServer tokens = new TokenServer(server, key, parsed, user, password);
    server.createContext("/token", tokens::answer);
    server.start();
    return tokens;
  }

  /** The section {@code auth} of a registry's settings that has it ask for these tokens. */
  public String registrySettings(Path authorities) {
    return """
        auth:
          token:
            realm: http://localhost:%d/token
            service: %s
            issuer: %s
            rootcertbundle: %s
        """
        .formatted(server.getAddress().getPort(), "registry", ISSUER, authorities);
  }

  /** The methods of the requests so far. */
  public List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(exchange.getRequestMethod());
      boolean post = exchange.getRequestMethod().equals("POST");
      String text =
          post
              ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
              : exchange.getRequestURI().getRawQuery();
      List<String> scopes = new ArrayList<>();
      Map<String, String> fields = fields(text, scopes);
      String basic = "Basic " + base64((user + ":" + password).getBytes(StandardCharsets.UTF_8));
      boolean known =
          post
              ? user.equals(fields.get("username")) && password.equals(fields.get("password"))
              : basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] body =
          (known ? "{\"" + (post ? "access_token" : "token") + "\":\"" + token(scopes) + "\",\"expires_in\":300}" : "{}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(known ? 200 : 401, body.length);
      exchange.getResponseBody().write(body);
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static Map<String, String> fields(String text, List<String> scopes) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      fields.put(parts[0], value);
      if (parts[0].equals("scope")) {
        scopes.addAll(List.of(value.split(" ")));
      }
    }
    return fields;
  }

  private String token(List<String> scopes) throws GeneralSecurityException {
    List<String> access = new ArrayList<>();
    for (String scope : scopes) {
      String[] parts = scope.split(":");
      if (parts.length == 3) {
        String actions = String.join("\",\"", parts[2].split(","));
        access.add(
            "{\"type\":\"%s\",\"name\":\"%s\",\"actions\":[\"%s\"]}".formatted(parts[0], parts[1], actions));
      }
    }
    long now = Instant.now().getEpochSecond();
    String head =
        "{\"typ\":\"JWT\",\"alg\":\"RS256\",\"x5c\":[\"%s\"]}".formatted(base64(certificate.getEncoded()));
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"registry\",\"exp\":%d,\"nbf\":%d,\"iat\":%d,\"jti\":\"1\",\"access\":[%s]}"
            .formatted(ISSUER, user, now + 300, now - 10, now, String.join(",", access));
    String signed = url(head.getBytes(StandardCharsets.UTF_8)) + "." + url(claims.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(signed.getBytes(StandardCharsets.UTF_8));
    return signed + "." + url(signature.sign());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
