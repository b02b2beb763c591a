package dev.strake.frontend.context;

import java.nio.charset.StandardCharsets;

/** Tells archives by how they begin. */
final class Archives {

  private static final int BLOCK = 512;
  private static final int CHECKSUM = 148;
  private static final int CHECKSUM_LENGTH = 8;
  private static final int TYPE = 156;

  private static final byte[][] COMPRESSED = {
    {0x42, 0x5A, 0x68}, // bzip2
    {0x1F, (byte) 0x8B, 0x08}, // gzip
    {(byte) 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00}, // xz
  };

  private Archives() {}

  /** Whether a file that begins so is compressed, or a tar archive. */
  static boolean isArchive(byte[] head) {
    for (byte[] magic : COMPRESSED) {
      if (startsWith(head, magic)) {
        return true;
      }
    }
    return isTar(head);
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    if (head.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if (head[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTar(byte[] head) {
    if (head.length < BLOCK) {
      return false;
    }
    // Headers of these types are only complete with blocks that are further on than the part that is looked at.
    boolean continued = "xLK".indexOf(head[TYPE]) >= 0;
    return !continued && hasChecksum(head);
  }

  private static boolean hasChecksum(byte[] head) {
    int unsigned = 0;
    int signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean inField = i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH;
      unsigned += inField ? ' ' : head[i] & 0xff;
      signed += inField ? ' ' : head[i];
    }
    int stored = octal(head);
    return stored == unsigned || stored == signed;
  }

  /** The checksum that is stored; -1 where the field holds something else. */
  private static int octal(byte[] head) {
    String field = new String(head, CHECKSUM, CHECKSUM_LENGTH, StandardCharsets.ISO_8859_1);
    int start = 0;
    int end = field.length();
    while (start < end && isPadding(field.charAt(start))) {
      start++;
    }
    while (end > start && isPadding(field.charAt(end - 1))) {
      end--;
    }
    int nul = field.indexOf('\0', start);
    String digits = field.substring(start, nul >= 0 && nul < end ? nul : end);
    boolean octal = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '7');
    return octal ? Integer.parseInt(digits, 8) : -1;
  }

  private static boolean isPadding(char c) {
    return c == ' ' || c == '\0';
  }
}
