package dev.strake.bridge.session;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.llb.go.GoBase64;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import dev.strake.llb.go.GoResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /**
   * Reads the file; one that is missing says nothing.
   *
   * @param name the file's, as the user knows it
   * @throws IOException where it cannot be read; the message is the reference's, which shows a character of the file at
   *     most
   */
  static DockerConfig read(Path file, String name) throws IOException {
    if (FileErrors.isBehindAFile(file)) {
      throw new IOException("loading config file: open " + name + ": not a directory");
    }
    if (!Files.exists(file)) {
      return EMPTY;
    }
    byte[] text;
    try {
      text = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IOException("loading config file: open " + FileErrors.describe(e, name));
    }
    try {
      return text.length == 0 ? EMPTY : read(reader(text));
    } catch (IOException e) {
      throw new IOException("parsing config file (" + name + "): " + e.getMessage());
    }
  }

  /** A reader of what comes as a stream for the reference, where an end in the middle has another name. */
  static GoJsonReader reader(byte[] text) throws IOException {
    try {
      return GoJsonReader.of(text);
    } catch (IOException e) {
      boolean early = String.valueOf(e.getMessage()).equals("unexpected end of JSON input");
      throw early ? new IOException("unexpected EOF") : e;
    }
  }

  /** Whether it says nothing of how to log in. */
  boolean isEmpty() {
    return auths.isEmpty() && helpers.isEmpty() && defaultHelper.isEmpty();
  }

  private static DockerConfig read(GoJsonReader json) throws IOException {
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

  private static void readAuths(GoJsonReader json, Map<String, Credentials> auths) throws IOException {
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
  static Map<String, String> readStrings(GoJsonReader json) {
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

  private static Credentials credentials(Map<String, String> fields) throws IOException {
    String auth = fields.getOrDefault("auth", "");
    Credentials named =
        auth.isEmpty()
            ? new Credentials(fields.getOrDefault("username", ""), fields.getOrDefault("password", ""), "", "")
            : decode(auth);
    return new Credentials(
        named.username(),
        named.password(),
        fields.getOrDefault("identitytoken", ""),
        fields.getOrDefault("registrytoken", ""));
  }

  /** A user and a password as they stand together. */
  static Credentials decode(String auth) throws IOException {
    GoResult<byte[]> bytes = GoBase64.decode(auth);
    if (bytes.value().isEmpty()) {
      throw new IOException(bytes.errorMessage());
    }
    String pair = new String(bytes.value().get(), StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    if (colon <= 0) {
      throw new IOException("invalid auth configuration file");
    }
    // Docker once wrote a zero byte behind the password.
    return new Credentials(
        pair.substring(0, colon), pair.substring(colon + 1).replaceAll("^\0+|\0+$", ""), "", "");
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
