package dev.strake.bridge.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.strake.bridge.session.RegistryCredentials.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Docker's {@code config.json} says of registries.
 *
 * @param auths credentials by registry, as the file names them: a host, or a URL
 * @param helpers the credential helper to ask for a registry
 * @param defaultHelper the credential helper to ask for all others; empty for none
 */
record DockerConfig(Map<String, Credentials> auths, Map<String, String> helpers, String defaultHelper) {

  private static final JsonFactory JSON = new JsonFactory();

  DockerConfig {
    auths = Map.copyOf(auths);
    helpers = Map.copyOf(helpers);
  }

  /** Reads the file; one that is missing says nothing. */
  static DockerConfig read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new DockerConfig(Map.of(), Map.of(), "");
    }
    try (JsonParser json = JSON.createParser(Files.readAllBytes(file))) {
      return read(json);
    } catch (IOException | IllegalArgumentException e) {
      // Without the parser's own message, which may show a part of the file.
      throw new IOException("cannot read the registry credentials in " + file + ": it is not valid");
    }
  }

  private static DockerConfig read(JsonParser json) throws IOException {
    Map<String, Credentials> auths = new HashMap<>();
    Map<String, String> helpers = new HashMap<>();
    String defaultHelper = "";
    json.nextToken();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "auths" -> readAuths(json, auths);
        case "credHelpers" -> helpers.putAll(readStrings(json));
        case "credsStore" -> defaultHelper = json.getValueAsString("");
        default -> json.skipChildren();
      }
    }
    return new DockerConfig(auths, helpers, defaultHelper);
  }

  private static void readAuths(JsonParser json, Map<String, Credentials> auths) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String registry = json.currentName();
      json.nextToken();
      auths.put(registry, credentials(readStrings(json)));
    }
  }

  /** Reads an object's fields that are texts. */
  private static Map<String, String> readStrings(JsonParser json) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return fields;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        fields.put(field, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return fields;
  }

  private static Credentials credentials(Map<String, String> fields) {
    String username = fields.getOrDefault("username", "");
    String password = fields.getOrDefault("password", "");
    String auth = fields.getOrDefault("auth", "");
    if (!auth.isEmpty()) {
      String pair = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("invalid auth configuration file");
      }
      username = pair.substring(0, colon);
      // Docker once wrote a zero byte behind the password.
      password = pair.substring(colon + 1).replaceFirst("\0+$", "");
    }
    return new Credentials(
        username, password, fields.getOrDefault("identitytoken", ""), fields.getOrDefault("registrytoken", ""));
  }

  /** What a helper prints: {@code {"ServerURL": ..., "Username": ..., "Secret": ...}}. */
  static Credentials readHelperAnswer(byte[] answer) throws IOException {
    try (JsonParser json = JSON.createParser(answer)) {
      json.nextToken();
      Map<String, String> fields = readStrings(json);
      String username = fields.getOrDefault("Username", "");
      String secret = fields.getOrDefault("Secret", "");
      return username.equals("<token>")
          ? new Credentials("", "", secret, "")
          : new Credentials(username, secret, "", "");
    }
  }
}
