package dev.strake.bridge.session;

import dev.strake.bridge.session.RegistryCredentials.Credentials;
import dev.strake.llb.go.GoJsonDecoder;
import dev.strake.llb.go.GoJsonReader;
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
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    if (text.isBlank()) {
      return Map.of();
    }
    GoJsonDecoder decoder = GoJsonDecoder.strict(DockerConfigForm.VARIABLE);
    Map<String, Object> fields = decoder.decode(json);
    if (decoder.problem().isPresent()) {
      throw new IOException(decoder.problem().get());
    }
    if (GoJsonReader.hasMore(json)) {
      throw new IOException(NAME + " does not support more than one JSON object");
    }
    Map<String, Credentials> auths = new HashMap<>();
    if (fields.get("auths") instanceof Map<?, ?> found) {
      for (Map.Entry<?, ?> entry : found.entrySet()) {
        String registry = (String) entry.getKey();
        String auth = entry.getValue() instanceof Map<?, ?> one && one.get("auth") instanceof String is ? is : "";
        if (auth.isEmpty()) {
          throw new IOException(NAME + " environment variable is missing key `auth` for " + registry);
        }
        auths.put(registry, DockerConfig.decode(auth));
      }
    }
    return auths;
  }
}
