package dev.strake.bridge.session;

import dev.strake.bridge.pem.KeyPair;
import dev.strake.bridge.pem.PemFile;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/** From the settings for a registry's token server to what the platform's client takes. */
final class RegistryTlsContexts {

  private RegistryTlsContexts() {}

  static SSLContext of(RegistryTls settings) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager[] trust =
          settings.insecure() ? new TrustManager[] {new TrustEverybody()} : trust(settings.authorities());
      context.init(keys(settings.keyPairs()), trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("unable to set up TLS: " + e.getMessage(), e);
    }
  }

  private static TrustManager[] trust(List<Path> files) throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    TrustManagerFactory system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    system.init((KeyStore) null);
    int count = 0;
    for (TrustManager manager : system.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        for (X509Certificate authority : x509.getAcceptedIssuers()) {
          store.setCertificateEntry("authority" + count++, authority);
        }
      }
    }
    for (Path file : files) {
      for (Certificate authority : PemFile.read(file).certificates()) {
        store.setCertificateEntry("authority" + count++, authority);
      }
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static KeyManager[] keys(List<RegistryTls.KeyPair> pairs) throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    char[] none = new char[0];
    int count = 0;
    for (RegistryTls.KeyPair files : pairs) {
      KeyPair pair = KeyPair.read(files.certificate(), files.key());
      store.setKeyEntry("key" + count++, pair.key(), none, pair.chain().toArray(new Certificate[0]));
    }
    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, none);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** For who asked not to look; the extended kind, so that the name is not looked at either. */
  private static final class TrustEverybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
