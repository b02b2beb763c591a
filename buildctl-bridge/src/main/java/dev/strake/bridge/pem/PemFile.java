package dev.strake.bridge.pem;

import dev.strake.bridge.host.FileErrors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/** A file of PEM blocks: certificates, or a private key in PKCS#8, PKCS#1 or SEC 1, without passphrase. */
public final class PemFile {

  private static final int MAX_BYTES = 16 << 20;
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448", "RSASSA-PSS");

  private final Path file;
  private final List<PemBlock> blocks;

  private PemFile(Path file, List<PemBlock> blocks) {
    this.file = file;
    this.blocks = blocks;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read or holds no PEM; the message names the file and nothing of its content
   */
  public static PemFile read(Path file) throws IOException {
    String text;
    try (InputStream stream = Files.newInputStream(file)) {
      text = new String(stream.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IOException("open " + FileErrors.describe(e), e);
    }
    List<PemBlock> blocks = PemBlock.all(text);
    if (blocks.isEmpty()) {
      throw new IOException(file + ": holds no PEM data");
    }
    return new PemFile(file, blocks);
  }

  private byte[] decode(PemBlock block) throws IOException {
    if (block.encrypted()) {
      throw passphrase();
    }
    try {
      return block.data();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": is no well-formed PEM");
    }
  }

  private IOException passphrase() {
    return new IOException(file + ": is protected by a passphrase");
  }

  /** All certificates of the file, in its order; at least one. */
  public List<X509Certificate> certificates() throws IOException {
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (PemBlock block : blocks) {
        if (block.type().equals("CERTIFICATE")) {
          certificates.add(
              (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(decode(block))));
        }
      }
    } catch (CertificateException e) {
      throw new IOException(file + ": holds a malformed certificate");
    }
    if (certificates.isEmpty()) {
      throw new IOException(file + ": holds no certificate");
    }
    return certificates;
  }

  /** The first private key of the file. */
  public PrivateKey privateKey() throws IOException {
    for (PemBlock block : blocks) {
      try {
        switch (block.type()) {
          case "PRIVATE KEY" -> {
            return key(decode(block));
          }
          case "RSA PRIVATE KEY" -> {
            return key(Pkcs8.ofRsa(decode(block)));
          }
          case "EC PRIVATE KEY" -> {
            return key(Pkcs8.ofEc(decode(block)));
          }
          case "ENCRYPTED PRIVATE KEY" -> throw passphrase();
          default -> {
            // Parameters or a certificate beside the key.
          }
        }
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ": holds a malformed private key");
      }
    }
    throw new IOException(file + ": holds no private key");
  }

  private PrivateKey key(byte[] pkcs8) throws IOException {
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        // Of another algorithm.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a usual algorithm is missing from the JVM", e);
      }
    }
    throw new IOException(file + ": holds a private key of an unknown kind");
  }
}
