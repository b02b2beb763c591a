package dev.strake.frontend.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Content with its address, as a registry holds it.
 *
 * @param mediaType OCI's media type
 * @param digest {@code sha256:} and the hash of {@code bytes}
 */
public record Blob(String mediaType, String digest, byte[] bytes) {

  static Blob of(String mediaType, byte[] bytes) {
    return new Blob(mediaType, "sha256:" + HexFormat.of().formatHex(sha256(bytes)), bytes);
  }

  static Blob of(String mediaType, String json) {
    return of(mediaType, json.getBytes(StandardCharsets.UTF_8));
  }

  /** The OCI descriptor of this blob, with further fields at its end. */
  String descriptor(String moreFields) {
    String head = "{\"mediaType\":\"" + mediaType + "\",\"digest\":\"" + digest + "\"";
    return head + ",\"size\":" + bytes.length + moreFields + "}";
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
