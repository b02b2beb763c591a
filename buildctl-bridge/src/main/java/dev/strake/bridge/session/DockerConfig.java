package dev.strake.bridge.session;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
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

  /** Says nothing. */
  static final DockerConfig EMPTY = new DockerConfig(Map.of(), Map.of(), "");

  DockerConfig {
    auths = Map.copyOf(auths);
    helpers = Map.copyOf(helpers);
  }

  /** Reads the file; one that is missing says nothing. */
  static DockerConfig read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return EMPTY;
    }
    try {
      return read(GoJsonReader.of(Files.readAllBytes(file)));
    } catch (IOException | IllegalArgumentException e) {
      // Without the parser's own message, which may show a part of the file.
      throw new IOException("it is not valid");
    }
  }

  /**
   * Reads what a variable holds: an object of registries alone, each with nothing but a user and a password.
   *
   * @param text empty for nobody
   * @throws IOException where it holds anything else; nothing of it is in the message
   */
  static Map<String, Credentials> readVariable(String text) throws IOException {
    if (text.isEmpty()) {
      return Map.of();
    }
    Map<String, Credentials> auths = new HashMap<>();
    try {
      GoJsonReader json = GoJsonReader.of(text.getBytes(StandardCharsets.UTF_8));
      if (json.next() != Token.OBJECT) {
        throw new IOException("no object");
      }
      while (json.next() == Token.NAME) {
        if (!json.text().equals("auths")) {
          throw new IOException("unknown field");
        }
        json.next();
        readAuths(json, auths);
      }
      return auths;
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("it is not valid");
    }
  }

  /** Whether it says nothing of how to log in. */
  boolean isEmpty() {
    return auths.isEmpty() && helpers.isEmpty() && defaultHelper.isEmpty();
  }

  private static DockerConfig read(GoJsonReader json) {
    Map<String, Credentials> auths = new HashMap<>();
    Map<String, String> helpers = new HashMap<>();
    String defaultHelper = "";
    json.next();
    while (json.next() == Token.NAME) {
      String field = json.text();
      json.next();
      switch (field) {
        case "auths" -> readAuths(json, auths);
        case "credHelpers" -> helpers.putAll(readStrings(json));
        case "credsStore" -> defaultHelper = json.current() == Token.STRING ? json.text() : "";
        default -> json.skipValue();
      }
    }
    return new DockerConfig(auths, helpers, defaultHelper);
  }

  private static void readAuths(GoJsonReader json, Map<String, Credentials> auths) {
    if (json.current() != Token.OBJECT) {
      json.skipValue();
      return;
    }
    while (json.next() == Token.NAME) {
      String registry = json.text();
      json.next();
      auths.put(registry, credentials(readStrings(json)));
    }
  }

  /** Reads an object's fields that are texts. */
  private static Map<String, String> readStrings(GoJsonReader json) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (json.current() != Token.OBJECT) {
      json.skipValue();
      return fields;
    }
    while (json.next() == Token.NAME) {
      String field = json.text();
      if (json.next() == Token.STRING) {
        fields.put(field, json.text());
      } else {
        json.skipValue();
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
    GoJsonReader json = GoJsonReader.of(answer);
    json.next();
    Map<String, String> fields = readStrings(json);
    String username = fields.getOrDefault("Username", "");
    String secret = fields.getOrDefault("Secret", "");
    return username.equals("<token>")
        ? new Credentials("", "", secret, "")
        : new Credentials(username, secret, "", "");
  }
}
