package dev.strake.bridge.control;

import dev.strake.bridge.pem.KeyPair;
import dev.strake.bridge.pem.PemFile;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** From TLS settings to what secures a connection. */
final class TlsContexts {

  private TlsContexts() {}

  static SslContext of(TlsSettings settings) {
    try {
      // The JVM's own: no native library beside it.
      SslContextBuilder builder = GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK);
      if (settings.caCertificate().isPresent()) {
        builder.trustManager(authorities(settings));
      } else {
        builder.trustManager(new NobodysTrust());
      }
      if (settings.certificate().isPresent() || settings.key().isPresent()) {
        addKey(builder, settings);
      }
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static X509Certificate[] authorities(TlsSettings settings) throws IOException {
    try {
      return PemFile.read(settings.caCertificate().orElseThrow())
          .certificates()
          .toArray(new X509Certificate[0]);
    } catch (IOException e) {
      throw new IOException("could not read ca certificate: " + e.getMessage(), e);
    }
  }

  private static void addKey(SslContextBuilder builder, TlsSettings settings) throws IOException {
    try {
      if (settings.certificate().isEmpty() || settings.key().isEmpty()) {
        throw new IOException("a certificate and its key come together");
      }
      KeyPair pair = KeyPair.read(settings.certificate().get(), settings.key().get());
      builder.keyManager(pair.key(), pair.chain());
    } catch (IOException e) {
      throw new IOException("could not read certificate/key: " + e.getMessage(), e);
    }
  }

  /** Without authorities none is trusted: the JVM's are for the web, where anybody gets a certificate. */
  private static final class NobodysTrust implements X509TrustManager {

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
      throw new CertificateException(new CertPathBuilderException("no authority is trusted"));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
      checkServerTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
