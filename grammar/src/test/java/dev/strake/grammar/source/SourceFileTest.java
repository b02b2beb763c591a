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
}
