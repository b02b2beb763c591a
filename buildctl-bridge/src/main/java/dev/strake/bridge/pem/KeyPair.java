package dev.strake.bridge.pem;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * A certificate with those that vouch for it, and its private key.
 *
 * @param chain the certificate first
 */
public record KeyPair(List<X509Certificate> chain, PrivateKey key) {

  /**
   * Reads both files.
   *
   * @throws IOException when one cannot be read, or the key is another certificate's
   */
  public static KeyPair read(Path certificate, Path key) throws IOException {
    KeyPair pair = new KeyPair(PemFile.read(certificate).certificates(), PemFile.read(key).privateKey());
    pair.requireMatch();
    return pair;
  }

  private void requireMatch() throws IOException {
    PublicKey known = chain.getFirst().getPublicKey();
    if (!known.getAlgorithm().equals(key.getAlgorithm())) {
      throw new IOException("tls: private key type does not match public key type");
    }
    Optional<String> algorithm = signatures();
    if (algorithm.isPresent() && !verifies(algorithm.get(), known)) {
      throw new IOException("tls: private key does not match public key");
    }
  }

  private Optional<String> signatures() {
    return switch (key.getAlgorithm()) {
      case "RSA" -> Optional.of("SHA256withRSA");
      case "EC" -> Optional.of("SHA256withECDSA");
      case "EdDSA" -> Optional.of("EdDSA");
      default -> Optional.empty();
    };
  }

  private boolean verifies(String algorithm, PublicKey known) {
    byte[] text = {'k', 'e', 'y'};
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(known);
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
