package dev.strake.bridge.trace;

import dev.strake.bridge.pem.PemFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * How a connection to a collector is secured.
 *
 * @param authorities the file of those to trust; absent for the JVM's own
 * @param keys what to show to the collector; absent for nothing
 */
record CollectorTls(Optional<Path> authorities, Optional<KeyPair> keys) {

  /** Nothing is said. */
  static final CollectorTls OF_THE_JVM = new CollectorTls(Optional.empty(), Optional.empty());

  private static final char[] NO_PASSWORD = {};

  /** A certificate and its key. */
  record KeyPair(Path certificate, Path key) {}

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trusted = authorities.isPresent() ? trusted(authorities.get()) : null;
      KeyManager[] shown = keys.isPresent() ? shown(keys.get()) : null;
      context.init(shown, trusted, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrustManager[] trusted(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    int count = 0;
    for (Certificate authority : PemFile.read(file).certificates()) {
      store.setCertificateEntry("authority" + count++, authority);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] shown(KeyPair pair) throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    Certificate[] chain = PemFile.read(pair.certificate()).certificates().toArray(new Certificate[0]);
    store.setKeyEntry("key", PemFile.read(pair.key()).privateKey(), NO_PASSWORD, chain);
    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
