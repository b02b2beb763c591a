package dev.strake.bridge.ssh;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;

/** Ed25519 keys as the bytes that other programs keep them in. */
public final class Ed25519Keys {

  /** The length of a seed and of a public key. */
  public static final int BYTES = 32;

  private Ed25519Keys() {}

  /** The pair that a seed of {@value #BYTES} bytes stands for. */
  public static KeyPair fromSeed(byte[] seed) {
    if (seed.length != BYTES) {
      throw new IllegalArgumentException("a seed has " + BYTES + " bytes, not " + seed.length);
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      // The platform derives a public key only here, from a private key that it asks a source of random bytes for.
      generator.initialize(BYTES * Byte.SIZE - 1, new FixedBytes(seed));
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every platform of this version knows Ed25519", e);
    }
  }

  /** The {@value #BYTES} bytes of a public key. */
  public static byte[] encode(EdECPublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
  }

  private static final class FixedBytes extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    FixedBytes(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
