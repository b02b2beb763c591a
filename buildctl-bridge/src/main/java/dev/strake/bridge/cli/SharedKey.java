package dev.strake.bridge.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells the daemon that a folder is a newer version of one that it has seen, so that only what changed is sent. */
final class SharedKey {

  private SharedKey() {}

  /** The key of a context: another for each folder of each user. */
  static String of(Path context) {
    String place = System.getProperty("user.home") + "\n" + context.toAbsolutePath();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(place.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
