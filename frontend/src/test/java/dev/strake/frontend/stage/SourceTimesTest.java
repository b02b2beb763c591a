package dev.strake.frontend.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SourceTimesTest {

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] entry(String octalTime, char type) {
    byte[] head = new byte[512];
    head[0] = 'f';
    System.arraycopy(bytes("00000000000"), 0, head, 124, 11);
    System.arraycopy(bytes(octalTime), 0, head, 136, 11);
    head[156] = (byte) type;
    return head;
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.write(entry("00000000144", '0'));
    tar.write(entry("00000000310", '0'));
    tar.write(entry("00000007777", '5'));
    tar.write(new byte[1024]);
    return tar.toByteArray();
  }

  @Test
  void readsTheCommittersTimeInItsZone() {
    byte[] commit = bytes("tree 1\nauthor A <a@b> 1 +0000\ncommitter C <D> <c@d> 1700000000 +0130\n\ncommitter x");
    assertThat(CommitTime.of(commit)).map(Object::toString).contains("2023-11-14T23:43:20+01:30");
  }

  @Test
  void knowsNothingOfOtherObjects() {
    assertThat(CommitTime.of(bytes("tree 1\n\ncommitter A <a> 1 +0000"))).isEmpty();
    assertThat(CommitTime.of(bytes("committer A <a>"))).isEmpty();
  }

  @Test
  void readsTheNewestRegularFile() throws IOException {
    assertThat(ArchiveTime.newest(archive())).map(time -> time.toEpochSecond()).contains(200L);
  }

  @Test
  void readsCompressedArchives() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(archive());
    }
    assertThat(ArchiveTime.newest(compressed.toByteArray())).map(time -> time.toEpochSecond()).contains(200L);
  }

  @Test
  void knowsNothingOfOtherFiles() {
    assertThat(ArchiveTime.newest(bytes("x".repeat(600)))).isEmpty();
    assertThat(ArchiveTime.newest(new byte[0])).isEmpty();
  }
}
