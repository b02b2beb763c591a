package dev.strake.bridge.trace;

import dev.strake.bridge.pem.KeyPair;
import dev.strake.bridge.pem.PemFile;
import dev.strake.bridge.pem.TlsManagers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * How a connection to a collector is secured.
 *
 * @param authorities the file of those to trust; absent for the JVM's own
 * @param keys what to show to the collector; absent for nothing
 */
record CollectorTls(Optional<Path> authorities, Optional<KeyFiles> keys) {

  /** Nothing is said. */
  static final CollectorTls OF_THE_JVM = new CollectorTls(Optional.empty(), Optional.empty());

  /** The files of a certificate and its key. */
  record KeyFiles(Path certificate, Path key) {

    private KeyPair read() throws IOException {
      return KeyPair.read(certificate, key);
    }
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trusted =
          authorities.isPresent() ? TlsManagers.trusting(PemFile.read(authorities.get()).certificates()) : null;
      KeyManager[] shown = keys.isPresent() ? TlsManagers.showing(List.of(keys.get().read())) : null;
      context.init(shown, trusted, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
