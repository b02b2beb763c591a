package dev.strake.bridge.ssh;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.util.Arrays;

/**
 * A private key of SSH. Immutable; it never shows the key.
 *
 * <pre>{@code
 * SshIdentity key = PrivateKeyFile.read(Path.of("id_ed25519"), "id_ed25519");
 * SessionSpec session = SessionSpec.builder().ssh("", new SshSource.Keys(List.of(key))).build();
 * }</pre>
 */
public final class SshIdentity {

  private static final int RSA_SHA256 = 2;
  private static final int RSA_SHA512 = 4;

  private final byte[] publicKey;
  private final PrivateKey key;
  private final Kind kind;

  private SshIdentity(byte[] publicKey, PrivateKey key, Kind kind) {
    this.publicKey = publicKey;
    this.key = key;
    this.kind = kind;
  }

  private sealed interface Kind {
    record Rsa() implements Kind {}

    record Ed25519() implements Kind {}

    record Ecdsa(NistCurve curve) implements Kind {}
  }

  static SshIdentity rsa(RSAPublicKey publicKey, PrivateKey key) {
    byte[] blob =
        new SshWriter().string("ssh-rsa").integer(publicKey.getPublicExponent()).integer(publicKey.getModulus()).bytes();
    return new SshIdentity(blob, key, new Kind.Rsa());
  }

  static SshIdentity ed25519(EdECPublicKey publicKey, PrivateKey key) {
    byte[] blob = new SshWriter().string("ssh-ed25519").string(Ed25519Keys.encode(publicKey)).bytes();
    return new SshIdentity(blob, key, new Kind.Ed25519());
  }

  static SshIdentity ecdsa(NistCurve curve, ECPublicKey publicKey, PrivateKey key) {
    byte[] blob =
        new SshWriter().string(curve.algorithm()).string(curve.sshName()).string(point(curve, publicKey.getW())).bytes();
    return new SshIdentity(blob, key, new Kind.Ecdsa(curve));
  }

  private static byte[] point(NistCurve curve, ECPoint point) {
    byte[] encoded = new byte[1 + 2 * curve.octets()];
    encoded[0] = 4;
    curve.encode(point.getAffineX(), encoded, 1);
    curve.encode(point.getAffineY(), encoded, 1 + curve.octets());
    return encoded;
  }

  /** The public key as SSH sends it. */
  byte[] publicKey() {
    return publicKey.clone();
  }

  /**
   * A signature as SSH sends it.
   *
   * @param flags the agent protocol's
   * @throws GeneralSecurityException when the key cannot sign in the way that the flags ask for
   */
  byte[] sign(byte[] data, int flags) throws GeneralSecurityException {
    return switch (kind) {
      case Kind.Rsa rsa -> signRsa(data, flags);
      case Kind.Ed25519 ed25519 -> {
        requireNone(flags);
        yield blob("ssh-ed25519", sign("Ed25519", data));
      }
      case Kind.Ecdsa(NistCurve curve) -> {
        requireNone(flags);
        yield blob(curve.algorithm(), curve.toSsh(sign(curve.signature(), data)));
      }
    };
  }

  private byte[] signRsa(byte[] data, int flags) throws GeneralSecurityException {
    return switch (flags) {
      case 0 -> blob("ssh-rsa", sign("SHA1withRSA", data));
      case RSA_SHA256 -> blob("rsa-sha2-256", sign("SHA256withRSA", data));
      case RSA_SHA512 -> blob("rsa-sha2-512", sign("SHA512withRSA", data));
      default -> throw unsupported(flags);
    };
  }

  private static void requireNone(int flags) throws GeneralSecurityException {
    if (flags != 0) {
      throw unsupported(flags);
    }
  }

  private static GeneralSecurityException unsupported(int flags) {
    return new GeneralSecurityException("agent: unsupported signature flags: " + flags);
  }

  private byte[] sign(String algorithm, byte[] data) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(data);
    return signature.sign();
  }

  private static byte[] blob(String algorithm, byte[] signature) {
    return new SshWriter().string(algorithm).string(signature).bytes();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SshIdentity identity && Arrays.equals(publicKey, identity.publicKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(publicKey);
  }

  @Override
  public String toString() {
    return "SshIdentity[" + kind + "]";
  }
}
