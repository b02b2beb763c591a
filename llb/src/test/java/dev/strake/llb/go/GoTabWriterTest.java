package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoTabWriterTest {

  @Test
  void alignsRunsOfLinesWithACellAtThePlace() {
    String text = "a\tbb\tc\nlonger\tx\té\nno cells\nq\tr\n";
    assertThat(GoTabWriter.align(text, 2)).isEqualTo("a       bb  c\nlonger  x   é\nno cells\nq  r\n");
  }

  @Test
  void emptyCellsTakeTheirColumnsWidth() {
    assertThat(GoTabWriter.align("NAME\tVALUE\nx\t\n\ty\n", 1)).isEqualTo("NAME VALUE\nx    \n     y\n");
  }
}
