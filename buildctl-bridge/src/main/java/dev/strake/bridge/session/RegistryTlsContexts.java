package dev.strake.bridge.session;

import dev.strake.bridge.pem.KeyPair;
import dev.strake.bridge.pem.PemFile;
import dev.strake.bridge.pem.TlsManagers;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
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
    List<X509Certificate> authorities = new ArrayList<>();
    TrustManagerFactory system = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    system.init((KeyStore) null);
    for (TrustManager manager : system.getTrustManagers()) {
      if (manager instanceof X509TrustManager x509) {
        authorities.addAll(List.of(x509.getAcceptedIssuers()));
      }
    }
    for (Path file : files) {
      authorities.addAll(PemFile.read(file).certificates());
    }
    return TlsManagers.trusting(authorities);
  }

  private static KeyManager[] keys(List<RegistryTls.KeyPair> pairs) throws IOException, GeneralSecurityException {
    List<KeyPair> read = new ArrayList<>();
    for (RegistryTls.KeyPair files : pairs) {
      read.add(KeyPair.read(files.certificate(), files.key()));
    }
    return TlsManagers.showing(read);
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
