package dev.strake.frontend.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads the times of the files in a tar archive, plain or compressed with gzip. */
final class ArchiveTime {

  private static final int BLOCK = 512;
  private static final int SIZE = 124;
  private static final int TIME = 136;
  private static final int NUMBER_LENGTH = 12;
  private static final int TYPE = 156;
  private static final int GZIP = 0x1f8b;
  private static final int BINARY = 0x80;

  private ArchiveTime() {}

  /** The time of the newest regular file; absent where there is none, or this is no archive that can be read. */
  static Optional<OffsetDateTime> newest(byte[] archive) {
    boolean compressed = archive.length > 1 && ((archive[0] & 0xff) << 8 | archive[1] & 0xff) == GZIP;
    ByteArrayInputStream bytes = new ByteArrayInputStream(archive);
    try (InputStream tar = compressed ? new GZIPInputStream(bytes) : bytes) {
      return newest(tar).map(seconds -> Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> newest(InputStream tar) throws IOException {
    Optional<Long> newest = Optional.empty();
    for (byte[] head = tar.readNBytes(BLOCK); head.length == BLOCK && head[0] != 0; head = tar.readNBytes(BLOCK)) {
      long size = number(head, SIZE);
      long time = number(head, TIME);
      boolean regular = head[TYPE] == '0' || head[TYPE] == 0;
      if (regular && newest.map(before -> time > before).orElse(true)) {
        newest = Optional.of(time);
      }
      tar.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
    }
    return newest;
  }

  private static long number(byte[] head, int from) {
    if ((head[from] & BINARY) != 0) {
      long value = 0;
      for (int i = from + 1; i < from + NUMBER_LENGTH; i++) {
        value = value << 8 | head[i] & 0xff;
      }
      return value;
    }
    String octal = new String(head, from, NUMBER_LENGTH, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    return octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
  }
}
