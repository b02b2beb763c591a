package dev.strake.bridge.ssh;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/** OpenSSH's own format of private keys. */
final class OpenSshKey {

  private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

  private OpenSshKey() {}

  static SshIdentity parse(byte[] data) throws IOException, GeneralSecurityException {
    if (data.length < MAGIC.length || !Arrays.equals(data, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("ssh: invalid openssh private key format");
    }
    SshReader file = new SshReader(Arrays.copyOfRange(data, MAGIC.length, data.length));
    String cipher = file.text();
    String derivation = file.text();
    file.string();
    if (file.number() != 1) {
      throw new IOException("ssh: multi-key files are not supported");
    }
    file.string();
    if (!cipher.equals("none") || !derivation.equals("none")) {
      throw PrivateKeyFile.passphrase();
    }
    SshReader key = new SshReader(file.string());
    if (key.number() != key.number()) {
      throw new IOException("ssh: malformed OpenSSH key");
    }
    return switch (key.text()) {
      case "ssh-rsa" -> rsa(key);
      case "ssh-ed25519" -> ed25519(key);
      case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521" -> ecdsa(key);
      default -> throw new IOException("ssh: unhandled key type");
    };
  }

  private static SshIdentity rsa(SshReader key) throws IOException, GeneralSecurityException {
    BigInteger n = key.integer();
    BigInteger e = key.integer();
    BigInteger d = key.integer();
    BigInteger inverse = key.integer();
    BigInteger p = key.integer();
    BigInteger q = key.integer();
    BigInteger one = BigInteger.ONE;
    RSAPrivateCrtKeySpec spec =
        new RSAPrivateCrtKeySpec(n, e, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), inverse);
    KeyFactory factory = KeyFactory.getInstance("RSA");
    RSAPublicKey publicKey = (RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(n, e));
    return SshIdentity.rsa(publicKey, factory.generatePrivate(spec));
  }

  private static SshIdentity ed25519(SshReader key) throws IOException {
    key.string();
    byte[] seedAndPublic = key.string();
    if (seedAndPublic.length != 2 * Ed25519Keys.BYTES) {
      throw new IOException("ssh: private key unexpected length");
    }
    KeyPair pair = Ed25519Keys.fromSeed(Arrays.copyOf(seedAndPublic, Ed25519Keys.BYTES));
    return SshIdentity.ed25519((EdECPublicKey) pair.getPublic(), pair.getPrivate());
  }

  private static SshIdentity ecdsa(SshReader key) throws IOException, GeneralSecurityException {
    NistCurve curve = NistCurve.ofSsh(key.text());
    byte[] point = key.string();
    PrivateKey privateKey =
        KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(key.integer(), curve.parameters()));
    ECPublicKey publicKey = DerKey.publicKey(curve, point);
    return SshIdentity.ecdsa(curve, publicKey, privateKey);
  }
}
