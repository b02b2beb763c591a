package dev.strake.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceFileTest {

  @Test
  void linesAndColumns() {
    SourceFile file = SourceFile.of("f", "a😀b\r\n\nc");
    assertThat(file.lineCount()).isEqualTo(3);
    assertThat(file.lineOf(0)).isEqualTo(1);
    assertThat(file.lineOf(5)).isEqualTo(1);
    assertThat(file.lineOf(6)).isEqualTo(2);
    assertThat(file.lineOf(8)).isEqualTo(3);
    assertThat(file.columnOf(3)).isEqualTo(3);
    assertThat(file.lineSpan(1)).isEqualTo(new Span(0, 4));
    assertThat(file.lineSpan(2)).isEqualTo(new Span(6, 6));
    assertThat(file.lineSpan(3)).isEqualTo(new Span(7, 8));
    assertThatThrownBy(() -> file.lineOf(9)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void bytesThatAreNoUtf8AreKnown() {
    byte[] bytes = "x\uFFFDy? \u00e9z?".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '?' ? (byte) 0xFF : bytes[i];
    }
    SourceFile file = SourceFile.of("f", bytes);
    assertThat(file.text()).isEqualTo("x\uFFFDy\uFFFD \u00e9z\uFFFD");
    assertThat(file.isMalformed(new Span(0, 3))).isFalse();
    assertThat(file.isMalformed(new Span(0, 4))).isTrue();
    assertThat(file.isMalformed(new Span(4, 7))).isFalse();
    assertThat(file.isMalformed(new Span(4, 8))).isTrue();
    assertThat(file.size()).isEqualTo(bytes.length);
    assertThat(file.bytes()).isEqualTo(bytes);
  }

  @Test
  void soAreThoseOfALargeFile() {
    byte[] bytes = "é".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = 'x';
    SourceFile file = SourceFile.of("f", bytes);
    int end = file.text().length();
    assertThat(file.isMalformed(new Span(0, end - 2))).isFalse();
    assertThat(file.isMalformed(new Span(end - 2, end))).isTrue();
  }
}
