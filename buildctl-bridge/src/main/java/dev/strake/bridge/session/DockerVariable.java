package dev.strake.bridge.session;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import dev.strake.llb.go.GoQuote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Reads {@value #NAME}: an object of registries alone, each with nothing but a user and a password. */
final class DockerVariable {

  static final String NAME = "DOCKER_AUTH_CONFIG";

  private DockerVariable() {}

  /**
   * The credentials by registry.
   *
   * @param text empty for nobody
   * @throws IOException where it holds anything else; the message is the reference's where it has one, and shows nothing
   *     of a credential
   */
  static Map<String, Credentials> read(String text) throws IOException {
    if (text.isBlank()) {
      return Map.of();
    }
    Map<String, Credentials> auths = new HashMap<>();
    GoJsonReader json = DockerConfig.reader(text.getBytes(StandardCharsets.UTF_8));
    require(json.next() == Token.OBJECT);
    while (json.next() == Token.NAME) {
      requireField(json.text(), "auths");
      require(json.next() == Token.OBJECT);
      readAuths(json, auths);
    }
    return auths;
  }

  private static void readAuths(GoJsonReader json, Map<String, Credentials> auths) throws IOException {
    Map<String, String> found = new HashMap<>();
    while (json.next() == Token.NAME) {
      String registry = json.text();
      require(json.next() == Token.OBJECT);
      Map<String, String> fields = DockerConfig.readStrings(json);
      for (String field : fields.keySet()) {
        requireField(field, "auth");
      }
      found.put(registry, fields.getOrDefault("auth", ""));
    }
    for (Map.Entry<String, String> entry : found.entrySet()) {
      if (entry.getValue().isEmpty()) {
        throw new IOException(NAME + " environment variable is missing key `auth` for " + entry.getKey());
      }
      auths.put(entry.getKey(), DockerConfig.decode(entry.getValue()));
    }
  }

  private static void requireField(String found, String known) throws IOException {
    if (!found.equals(known)) {
      throw new IOException("json: unknown field " + GoQuote.quote(found));
    }
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("json: it is not of the form that is expected");
    }
  }
}
