package dev.strake.bridge.session;

import dev.strake.bridge.host.FileErrors;
import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.llb.go.GoBase64;
import dev.strake.llb.go.GoJsonDecoder;
import dev.strake.llb.go.GoResult;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Docker's {@code config.json} says of registries.
 *
 * @param auths credentials by registry, as the file names them: a host, or a URL
 * @param helpers the credential helper to ask for a registry
 * @param defaultHelper the credential helper to ask for all others; empty for none
 * @param problem what is wrong with the file; what else it says holds all the same
 */
record DockerConfig(
    Map<String, Credentials> auths, Map<String, String> helpers, String defaultHelper, Optional<String> problem) {

  DockerConfig {
    auths = Map.copyOf(auths);
    helpers = Map.copyOf(helpers);
  }

  private static DockerConfig empty(Optional<String> problem) {
    return new DockerConfig(Map.of(), Map.of(), "", problem);
  }

  /**
   * Reads the file; one that is missing says nothing. A problem is told in the reference's words, which show a
   * character of the file at most.
   *
   * @param name the file's, as the user knows it
   */
  static DockerConfig read(Path file, String name) {
    if (FileErrors.isBehindAFile(file)) {
      return empty(Optional.of("loading config file: open " + name + ": not a directory"));
    }
    if (!Files.exists(file)) {
      return empty(Optional.empty());
    }
    byte[] text;
    try {
      text = Files.readAllBytes(file);
    } catch (IOException e) {
      return empty(Optional.of("loading config file: open " + FileErrors.describe(e, name)));
    }
    String parsing = "parsing config file (" + name + "): ";
    GoJsonDecoder decoder = GoJsonDecoder.of(DockerConfigForm.FILE);
    try {
      Map<String, Object> fields = decoder.decode(text);
      return of(fields, decoder.problem().map(parsing::concat), parsing);
    } catch (EOFException e) {
      return empty(Optional.empty());
    } catch (IOException e) {
      return empty(Optional.of(parsing + e.getMessage()));
    }
  }

  /** Whether it says nothing of how to log in. */
  boolean isEmpty() {
    return auths.isEmpty() && helpers.isEmpty() && defaultHelper.isEmpty();
  }

  private static DockerConfig of(Map<String, Object> fields, Optional<String> decoding, String parsing) {
    Map<String, Credentials> auths = new HashMap<>();
    Optional<String> problem = decoding;
    for (Map.Entry<?, ?> entry : map(fields.get("auths")).entrySet()) {
      Map<?, ?> auth = map(entry.getValue());
      Credentials named = new Credentials(text(auth, "username"), text(auth, "password"), "", "");
      // Where a field is of another type, the reference goes no further.
      if (decoding.isEmpty() && !text(auth, "auth").isEmpty()) {
        try {
          named = decode(text(auth, "auth"));
        } catch (IOException e) {
          named = Credentials.none();
          problem = problem.or(() -> Optional.of(parsing + e.getMessage()));
        }
      }
      String registry = (String) entry.getKey();
      auths.put(
          registry,
          new Credentials(
              named.username(), named.password(), text(auth, "identitytoken"), text(auth, "registrytoken")));
    }
    Map<String, String> helpers = new HashMap<>();
    map(fields.get("credHelpers")).forEach((registry, helper) -> helpers.put((String) registry, (String) helper));
    return new DockerConfig(auths, helpers, text(fields, "credsStore"), problem);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
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
    GoJsonDecoder decoder = GoJsonDecoder.of(DockerConfigForm.HELPER_ANSWER);
    Map<String, Object> fields = decoder.decode(answer);
    if (decoder.problem().isPresent()) {
      throw new IOException(decoder.problem().get());
    }
    String username = text(fields, "Username");
    String secret = text(fields, "Secret");
    return username.equals("<token>")
        ? new Credentials("", "", secret, "")
        : new Credentials(username, secret, "", "");
  }
}
