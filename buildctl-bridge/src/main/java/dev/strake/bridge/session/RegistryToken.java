package dev.strake.bridge.session;

/**
 * A token of a registry.
 *
 * @param expiresIn seconds; 0 where not told
 * @param issuedAt seconds since 1970; 0 where not told
 */
record RegistryToken(String token, long expiresIn, long issuedAt) {
  @Override
  public String toString() {
    return "RegistryToken[...]";
  }
}
