package dev.strake.bridge.cli;

import dev.strake.bridge.content.BlobDigest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Tells the daemon that a folder is a newer version of one that it has seen, so that only what changed is sent. */
final class SharedKey {

  private SharedKey() {}

  /** The key of a context: another for each folder of each user. */
  static String of(Path context) {
    String place = System.getProperty("user.home") + "\n" + context.toAbsolutePath();
    return BlobDigest.of(place.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
