package dev.strake.frontend.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.bzip2.BZip2HadoopStreams;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchivesTest {

  private static final int BLOCK = 512;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] entry(String octalTime, char type, String content) {
    byte[] entry = new byte[BLOCK + (content.isEmpty() ? 0 : BLOCK)];
    entry[0] = 'f';
    put(entry, 124, "%011o".formatted(content.length()));
    put(entry, 136, octalTime);
    entry[156] = (byte) type;
    put(entry, 257, "ustar\00000");
    put(entry, 148, "        ");
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += entry[i] & 0xff;
    }
    put(entry, 148, "%06o\0".formatted(sum));
    put(entry, BLOCK, content);
    return entry;
  }

  private static void put(byte[] block, int at, String text) {
    System.arraycopy(bytes(text), 0, block, at, text.length());
  }

  private static byte[] archive(byte[]... entries) throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      tar.write(entry);
    }
    tar.write(new byte[2 * BLOCK]);
    return tar.toByteArray();
  }

  private static byte[] archive() throws IOException {
    return archive(
        entry("00000000144", '0', "text"), entry("00000000310", '0', ""), entry("00000007777", '5', ""));
  }

  private static Optional<String> newest(byte[] archive) throws IOException {
    return Archives.newestFile(archive).map(OffsetDateTime::toString);
  }

  @Test
  void readsTheNewestRegularFile() throws IOException {
    assertThat(newest(archive())).contains("1970-01-01T00:03:20Z");
    assertThat(newest(archive(entry("00000000144", '2', ""), entry("00000000144", '3', "")))).isEmpty();
  }

  @Test
  void readsCompressedArchives() throws IOException {
    assertThat(newest(compressed(GZIPOutputStream::new))).contains("1970-01-01T00:03:20Z");
    assertThat(newest(compressed(new BZip2HadoopStreams()::createOutputStream))).contains("1970-01-01T00:03:20Z");
    assertThat(newest(compressed(out -> new XZOutputStream(out, new LZMA2Options(9)))))
        .contains("1970-01-01T00:03:20Z");
    assertThat(newest(compressed(ZstdOutputStream::new))).contains("1970-01-01T00:03:20Z");
  }

  @Test
  void passesFramesThatAreNotZstds() throws IOException {
    byte[] frame = {0x53, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 'a', 'b'};
    byte[] zstd = compressed(ZstdOutputStream::new);
    byte[] both = Arrays.copyOf(frame, frame.length + zstd.length);
    System.arraycopy(zstd, 0, both, frame.length, zstd.length);
    assertThat(newest(both)).contains("1970-01-01T00:03:20Z");
  }

  @Test
  void saysThatAWindowIsTooLarge() {
    byte[] head = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 4, (byte) 0x88, 0, 0};
    assertThatThrownBy(() -> Archives.newestFile(head))
        .isInstanceOf(WindowTooLargeException.class)
        .hasMessage("the archive's zstd window has 128 MiB, and 8 MiB can be read");
  }

  @Test
  void anExtendedHeaderTellsFractions() throws IOException {
    byte[] precise = entry("0", 'x', "19 mtime=300.00125\n");
    assertThat(newest(archive(precise, entry("00000000144", '0', "")))).contains("1970-01-01T00:05:00.001250Z");
    byte[] wrong = entry("0", 'x', "19 mtime=300.00l25\n");
    assertThat(newest(archive(wrong, entry("00000000144", '0', "")))).isEmpty();
  }

  @Test
  void aGlobalHeaderIsAFileThatNeverChanged() throws IOException {
    byte[] global = entry("00000000144", 'g', "13 comment=x\n");
    assertThat(newest(archive(global))).contains("0001-01-01T00:00Z");
    assertThat(newest(archive(global, entry("00000000144", '0', "")))).contains("1970-01-01T00:01:40Z");
  }

  @Test
  void anArchiveThatEndsTooEarlyHasNoTime() throws IOException {
    byte[] whole = archive();
    assertThat(newest(Arrays.copyOf(whole, BLOCK + 2))).isEmpty();
    assertThat(newest(Arrays.copyOf(whole, 2 * BLOCK + 10))).isEmpty();
    assertThat(newest(Arrays.copyOf(whole, 2 * BLOCK))).contains("1970-01-01T00:01:40Z");
  }

  @Test
  void knowsNothingOfOtherFiles() throws IOException {
    assertThat(newest(bytes("x".repeat(600)))).isEmpty();
    assertThat(newest(new byte[0])).isEmpty();
    for (String magic : List.of("BZh9", "\u001f\u008b\b", "\u00fd7zXZ\0", "(\u00b5/\u00fd")) {
      assertThat(newest((magic + "what is this?").getBytes(StandardCharsets.ISO_8859_1))).as(magic).isEmpty();
    }
  }

  @Test
  void tellsArchivesByTheirBegin() throws IOException {
    assertThat(Archives.isArchive(Arrays.copyOf(archive(), 2 * BLOCK))).isTrue();
    assertThat(Archives.isArchive(archive(entry("0", 'g', "13 comment=x\n")))).isTrue();
    // What an extended header belongs to is further on than what is looked at.
    byte[] extended = archive(entry("0", 'x', "13 comment=x\n"), entry("0", '0', ""));
    assertThat(Archives.isArchive(Arrays.copyOf(extended, 2 * BLOCK))).isFalse();
    assertThat(Archives.isArchive(bytes("FROM scratch"))).isFalse();
    assertThat(Archives.isArchive(new byte[2 * BLOCK])).isFalse();
    assertThat(Archives.isArchive(bytes("BZh"))).isTrue();
    assertThat(Archives.isArchive(bytes("(\u00b5/\u00fd"))).isFalse();
  }

  private static byte[] compressed(Compressor compressor) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = compressor.open(bytes)) {
      out.write(archive());
    }
    return bytes.toByteArray();
  }

  @FunctionalInterface
  private interface Compressor {
    OutputStream open(OutputStream compressed) throws IOException;
  }
}
