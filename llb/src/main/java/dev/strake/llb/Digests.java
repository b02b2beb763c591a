package dev.strake.llb;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Digests of contents, such as {@code sha256:…}. */
public final class Digests {

  private static final String INVALID_FORMAT = "invalid checksum digest format";

  private Digests() {}

  /** Why a text is no digest, in the words of the reference's library; absent where it is one. */
  public static Optional<String> problem(String digest) {
    int colon = digest.indexOf(':');
    if (colon <= 0 || colon + 1 == digest.length()) {
      return Optional.of(INVALID_FORMAT);
    }
    String algorithm = digest.substring(0, colon);
    String encoded = digest.substring(colon + 1);
    int length =
        switch (algorithm) {
          case "sha256" -> 64;
          case "sha384" -> 96;
          case "sha512" -> 128;
          default -> -1;
        };
    if (length < 0) {
      boolean wellFormed = isAlgorithm(algorithm) && Ascii.all(encoded, 0, encoded.length(), Digests::isEncoded);
      return Optional.of(wellFormed ? "unsupported digest algorithm" : INVALID_FORMAT);
    }
    // Go counts bytes.
    if (encoded.getBytes(StandardCharsets.UTF_8).length != length) {
      return Optional.of("invalid checksum digest length");
    }
    return Ascii.all(encoded, 0, encoded.length(), Ascii::isLowerHex) ? Optional.empty() : Optional.of(INVALID_FORMAT);
  }

  private static boolean isAlgorithm(String text) {
    for (String part : text.split("[.+_-]", -1)) {
      if (part.isEmpty() || !Ascii.all(part, 0, part.length(), Ascii::isLowerAlphanumeric)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEncoded(int c) {
    return Ascii.isAlphanumeric(c) || c == '=' || c == '_' || c == '-';
  }
}
