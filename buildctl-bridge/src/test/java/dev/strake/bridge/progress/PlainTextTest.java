package dev.strake.bridge.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

  @ParameterizedTest
  @MethodSource("texts")
  void leavesOutWhatMovesTheCursor(String text, String plain) {
    assertThat(PlainText.of(text)).isEqualTo(plain);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("plain é", "plain é"),
        Arguments.of("a\tb", "a b"),
        Arguments.of("10%\r20%", "20%"),
        Arguments.of("\033[1;31mred\033[0m!", "red!"),
        Arguments.of("\033(Bx\007y", "Bxy"),
        Arguments.of("cut \033[31", "cut "),
        Arguments.of("cut \033", "cut "));
  }
}
