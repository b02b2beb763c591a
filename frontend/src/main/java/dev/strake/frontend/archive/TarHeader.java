package dev.strake.frontend.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.strake.llb.go.GoInt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The block in front of an entry of a tar archive.
 *
 * @param type a letter or digit, 0 for a file in old archives
 * @param modified seconds since 1970
 * @param gnu whether it is in GNU's own format
 */
record TarHeader(char type, String name, long mode, long size, long modified, boolean gnu, byte[] block) {

  static final int BLOCK = 512;

  private static final String POSIX_MAGIC = "ustar\0";
  private static final String GNU_MAGIC = "ustar  \0";
  private static final String STAR_TRAILER = "tar\0";
  private static final int LONGEST_MAP = 1 << 20;

  /** A field: where it begins and its length. */
  private enum Field {
    NAME(0, 100),
    MODE(100, 8),
    UID(108, 8),
    GID(116, 8),
    SIZE(124, 12),
    MODIFIED(136, 12),
    CHECKSUM(148, 8),
    DEVICE_MAJOR(329, 8),
    DEVICE_MINOR(337, 8),
    PREFIX(345, 155),
    STAR_PREFIX(345, 131),
    STAR_ACCESSED(476, 12),
    STAR_CHANGED(488, 12),
    REAL_SIZE(483, 12);

    private final int at;
    private final int length;

    Field(int at, int length) {
      this.at = at;
      this.length = length;
    }
  }

  private static final int TYPE = 156;
  private static final int MAGIC = 257;
  private static final int TRAILER = 508;
  private static final int SPARSE_MORE = 482;
  private static final int SPARSE_BLOCK_MORE = 504;

  /**
   * Reads a header.
   *
   * @throws IOException when it is none, or a number in it is not well-formed
   */
  static TarHeader of(byte[] block) throws IOException {
    if (block.length < BLOCK) {
      throw new EOFException();
    }
    String text = new String(block, ISO_8859_1);
    checkSum(block, text);
    boolean posix = text.startsWith(POSIX_MAGIC, MAGIC);
    boolean star = posix && text.startsWith(STAR_TRAILER, TRAILER);
    boolean gnu = text.startsWith(GNU_MAGIC, MAGIC);
    number(block, Field.UID);
    number(block, Field.GID);
    if (posix || gnu) {
      number(block, Field.DEVICE_MAJOR);
      number(block, Field.DEVICE_MINOR);
    }
    if (star) {
      number(block, Field.STAR_ACCESSED);
      number(block, Field.STAR_CHANGED);
    }
    String prefix = posix ? string(text, star ? Field.STAR_PREFIX : Field.PREFIX) : "";
    return new TarHeader(
        text.charAt(TYPE),
        (prefix.isEmpty() ? "" : prefix + "/") + string(text, Field.NAME),
        number(block, Field.MODE),
        number(block, Field.SIZE),
        number(block, Field.MODIFIED),
        gnu,
        block);
  }

  /** Reads the blocks that go on with the places of a sparse file's data. */
  void skipSparseMap(InputStream in) throws IOException {
    if (!gnu) {
      throw new IOException("a sparse file of another format");
    }
    number(block, Field.REAL_SIZE);
    boolean more = block[SPARSE_MORE] != 0;
    for (int length = BLOCK; more; length += BLOCK) {
      byte[] next = in.readNBytes(BLOCK);
      if (next.length < BLOCK || length > LONGEST_MAP) {
        throw new EOFException();
      }
      more = next[SPARSE_BLOCK_MORE] != 0;
    }
  }

  private static void checkSum(byte[] block, String text) throws IOException {
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean blank = i >= Field.CHECKSUM.at && i < Field.CHECKSUM.at + Field.CHECKSUM.length;
      unsigned += blank ? ' ' : block[i] & 0xff;
      signed += blank ? ' ' : block[i];
    }
    long stored = octal(field(text, Field.CHECKSUM));
    if (stored != unsigned && stored != signed) {
      throw new IOException("not the header's checksum");
    }
  }

  private static String field(String text, Field field) {
    return text.substring(field.at, field.at + field.length);
  }

  private static String string(String text, Field field) {
    return untilNul(field(text, field));
  }

  static String untilNul(String text) {
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }

  /** A number in octal digits, or in bytes of which the first one has its highest bit set. */
  private static long number(byte[] block, Field field) throws IOException {
    byte[] bytes = Arrays.copyOfRange(block, field.at, field.at + field.length);
    return bytes[0] < 0 ? binary(bytes) : octal(new String(bytes, ISO_8859_1));
  }

  private static long binary(byte[] bytes) throws IOException {
    int inverse = (bytes[0] & 0x40) != 0 ? 0xff : 0;
    long value = (bytes[0] ^ inverse) & 0x7f;
    for (int i = 1; i < bytes.length; i++) {
      if (value >>> 56 != 0) {
        throw new IOException("too large a number");
      }
      value = value << 8 | (bytes[i] ^ inverse) & 0xff;
    }
    if (value < 0) {
      throw new IOException("too large a number");
    }
    return inverse == 0 ? value : ~value;
  }

  private static long octal(String text) throws IOException {
    int start = 0;
    int end = text.length();
    while (start < end && isPadding(text.charAt(start))) {
      start++;
    }
    while (end > start && isPadding(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return 0;
    }
    return GoInt.parseUint(untilNul(text.substring(start, end)), 8, 64)
        .value()
        .orElseThrow(() -> new IOException("no number"));
  }

  private static boolean isPadding(char c) {
    return c == ' ' || c == '\0';
  }
}
