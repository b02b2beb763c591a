package dev.strake.llb.marshal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of ops. Not thread-safe. */
final class Sha256 {
  private final MessageDigest sha256;

  Sha256() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** {@code sha256:} and the hexadecimal hash. */
  String digest(byte[] bytes) {
    return "sha256:" + HexFormat.of().formatHex(sha256.digest(bytes));
  }
}
