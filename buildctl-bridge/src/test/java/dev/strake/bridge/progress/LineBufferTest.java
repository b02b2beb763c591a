package dev.strake.bridge.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBufferTest {

  @Test
  void anyPiecesGiveTheSameLines() {
    byte[] bytes = "één\r\n\nzwei\ndrei".getBytes(StandardCharsets.UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      LineBuffer buffer = new LineBuffer();
      List<String> lines = new ArrayList<>();
      for (int at = 0; at < bytes.length; at += size) {
        lines.addAll(buffer.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
      }
      lines.addAll(buffer.finish());
      assertThat(lines).as("pieces of " + size).containsExactly("één", "", "zwei", "drei");
      assertThat(buffer.finish()).isEmpty();
    }
  }

  @Test
  void aLineWithoutEndIsCut() {
    byte[] much = new byte[200_000];
    Arrays.fill(much, (byte) 'x');

    List<String> lines = new LineBuffer().add(much);

    assertThat(lines).hasSize(3).allMatch(line -> line.length() == 64 * 1024);
  }
}
