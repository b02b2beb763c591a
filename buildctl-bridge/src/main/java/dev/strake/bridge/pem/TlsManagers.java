package dev.strake.bridge.pem;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** From certificates and keys to what the platform's TLS takes. */
public final class TlsManagers {

  private static final char[] NO_PASSWORD = {};

  private TlsManagers() {}

  /** Trusts these authorities, and no others. */
  public static TrustManager[] trusting(List<X509Certificate> authorities)
      throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority" + i, authorities.get(i));
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Shows the peer whichever of these it takes. */
  public static KeyManager[] showing(List<KeyPair> pairs) throws IOException, GeneralSecurityException {
    KeyStore store = emptyStore();
    for (int i = 0; i < pairs.size(); i++) {
      KeyPair pair = pairs.get(i);
      store.setKeyEntry("key" + i, pair.key(), NO_PASSWORD, pair.chain().toArray(new Certificate[0]));
    }
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
