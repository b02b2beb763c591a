package dev.strake.bridge.content;

import dev.strake.bridge.content.ContentException.Kind;
import dev.strake.llb.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A blob's digest. Only well-formed ones exist, so that one may be part of a file's name.
 *
 * @param hex lower case
 */
public record BlobDigest(Algorithm algorithm, String hex) {

  /** The algorithms that OCI registers. */
  public enum Algorithm {
    SHA256("sha256", "SHA-256", 64),
    SHA384("sha384", "SHA-384", 96),
    SHA512("sha512", "SHA-512", 128);

    private final String id;
    private final String javaName;
    private final int hexLength;

    Algorithm(String id, String javaName, int hexLength) {
      this.id = id;
      this.javaName = javaName;
      this.hexLength = hexLength;
    }

    /** As in a digest. */
    public String id() {
      return id;
    }

    MessageDigest start() {
      try {
        return MessageDigest.getInstance(javaName);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every platform knows " + javaName, e);
      }
    }

    BlobDigest finish(MessageDigest digest) {
      return new BlobDigest(this, HexFormat.of().formatHex(digest.digest()));
    }
  }

  public BlobDigest {
    if (!isHex(algorithm, hex)) {
      throw new IllegalArgumentException("invalid checksum digest format");
    }
  }

  /**
   * Reads a digest such as {@code sha256:0123...}.
   *
   * @throws ContentException when it is none
   */
  public static BlobDigest parse(String text) throws ContentException {
    Optional<String> problem = Digests.problem(text);
    if (problem.isPresent()) {
      throw new ContentException(Kind.INVALID_ARGUMENT, text + ": " + problem.get());
    }
    // What has no problem begins with one of the three.
    int colon = text.indexOf(':');
    Algorithm algorithm = Algorithm.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT));
    return new BlobDigest(algorithm, text.substring(colon + 1));
  }

  static boolean isHex(Algorithm algorithm, String hex) {
    return hex.length() == algorithm.hexLength
        && hex.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
  }

  /** The digest of bytes, by the usual algorithm. */
  public static BlobDigest of(byte[] data) {
    MessageDigest digest = Algorithm.SHA256.start();
    digest.update(data);
    return Algorithm.SHA256.finish(digest);
  }

  /** The digest of a file's bytes, by the usual algorithm. */
  public static BlobDigest of(Path file) throws IOException {
    MessageDigest digest = Algorithm.SHA256.start();
    try (InputStream data = new DigestInputStream(Files.newInputStream(file), digest)) {
      data.transferTo(OutputStream.nullOutputStream());
    }
    return Algorithm.SHA256.finish(digest);
  }

  @Override
  public String toString() {
    return algorithm.id + ":" + hex;
  }
}
