package dev.strake.bridge.session;

import java.nio.file.Path;
import java.util.List;

/**
 * How to reach the token server of a registry over TLS. All files are PEM.
 *
 * <pre>{@code
 * RegistryTls own = new RegistryTls(List.of(Path.of("ca.pem")), List.of(), false);
 * SessionSpec session = SessionSpec.builder().registryTls("registry.example", own).build();
 * }</pre>
 *
 * @param authorities certificates to trust beside the system's
 * @param keyPairs what to show to a server that asks who this is
 * @param insecure whether any certificate will do
 */
public record RegistryTls(List<Path> authorities, List<KeyPair> keyPairs, boolean insecure) {

  public RegistryTls {
    authorities = List.copyOf(authorities);
    keyPairs = List.copyOf(keyPairs);
  }

  /** A certificate, with those that vouch for it behind it, and its key. */
  public record KeyPair(Path certificate, Path key) {}
}
