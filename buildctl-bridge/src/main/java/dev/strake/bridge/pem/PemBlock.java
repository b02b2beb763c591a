package dev.strake.bridge.pem;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One block of a PEM file.
 *
 * @param type what the lines around it call it, such as {@code CERTIFICATE}
 * @param body what stands between these lines: headers, and contents in base64
 */
public record PemBlock(String type, String body) {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  /** The whole blocks of a text, in its order. */
  public static List<PemBlock> all(String text) {
    List<PemBlock> blocks = new ArrayList<>();
    for (int begin = text.indexOf(BEGIN); begin >= 0; ) {
      int typeAt = begin + BEGIN.length();
      int typeEnd = text.indexOf(DASHES, typeAt);
      if (typeEnd < 0) {
        break;
      }
      String type = text.substring(typeAt, typeEnd);
      int bodyAt = typeEnd + DASHES.length();
      int end = text.indexOf(END + type + DASHES, bodyAt);
      if (end < 0) {
        break;
      }
      blocks.add(new PemBlock(type, text.substring(bodyAt, end)));
      begin = text.indexOf(BEGIN, end);
    }
    return blocks;
  }

  /** Whether a header says that a passphrase protects it, as OpenSSL's older formats have it. */
  public boolean encrypted() {
    return body.contains("ENCRYPTED");
  }

  /**
   * The contents.
   *
   * @throws IllegalArgumentException when they are no base64
   */
  public byte[] data() {
    return Base64.getMimeDecoder().decode(body);
  }
}
