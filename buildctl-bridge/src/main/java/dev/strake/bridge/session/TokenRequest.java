package dev.strake.bridge.session;

import java.util.List;

/**
 * A token that a registry asks for.
 *
 * @param realm the token server's URL
 * @param service for which the token is to be; may be empty
 * @param scopes what it is to allow
 */
record TokenRequest(String realm, String service, List<String> scopes, RegistryCredentials.Credentials credentials) {
  TokenRequest {
    scopes = List.copyOf(scopes);
  }
}
