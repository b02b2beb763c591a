package dev.strake.bridge.session;

/** Who to be at a registry. Implementations are thread-safe. */
public interface RegistryCredentials {

  /**
   * The credentials for a registry.
   *
   * @param host such as {@code registry-1.docker.io}, with its port where it has one
   * @throws java.io.UncheckedIOException when they cannot be read
   */
  Credentials forHost(String host);

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

    @Override
    public String toString() {
      return "Credentials[" + username + "]";
    }
  }
}
