package dev.strake.bridge.cli;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Tells archives from texts by how they begin. */
final class ArchiveMagic {

  /** How many bytes at most tell an archive. */
  static final int LENGTH = 512;

  private static final int TAR_OFFSET = 257;
  private static final byte[] TAR = HexFormat.of().parseHex("7573746172");

  /** gzip, bzip2, xz and zstd. */
  private static final List<byte[]> COMPRESSIONS =
      List.of("1f8b08", "425a68", "fd377a585a00", "28b52ffd").stream().map(HexFormat.of()::parseHex).toList();

  private ArchiveMagic() {}

  static boolean matches(byte[] head) {
    return isAt(head, TAR_OFFSET, TAR) || COMPRESSIONS.stream().anyMatch(magic -> isAt(head, 0, magic));
  }

  private static boolean isAt(byte[] head, int offset, byte[] magic) {
    int end = offset + magic.length;
    return head.length >= end && Arrays.equals(head, offset, end, magic, 0, magic.length);
  }
}
