package dev.strake.bridge.session;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Who to be at a registry. Implementations are thread-safe.
 *
 * <pre>{@code
 * RegistryCredentials user = DockerCredentials.ofUser(Surroundings.ofProcess());
 * SessionSpec session = SessionSpec.builder().credentials(user).build();
 * }</pre>
 */
public interface RegistryCredentials {

  /**
   * The credentials for a registry.
   *
   * @param host such as {@code registry-1.docker.io}, with its port where it has one
   * @throws IOException when they cannot be read; the message is for the user
   */
  Credentials forHost(String host) throws IOException, InterruptedException;

  /**
   * The folder that keeps what tells this user's sessions from others'; made, and written to, when a registry asks for
   * tokens.
   */
  Path seedFolder();

  /**
   * Credentials of a registry; all empty for nobody.
   *
   * @param identityToken a token to use in place of the password
   * @param registryToken a bearer token that the registry takes as it is
   */
  record Credentials(String username, String password, String identityToken, String registryToken) {
    private static final Credentials NONE = new Credentials("", "", "", "");

    public static Credentials none() {
      return NONE;
    }

    /** What to show in place of a password; empty for nobody. */
    String secret() {
      return identityToken.isEmpty() ? password : identityToken;
    }

    /** Whom to name; empty for a token, which is told by that. */
    String name() {
      return identityToken.isEmpty() ? username : "";
    }

    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }
}
