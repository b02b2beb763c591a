package dev.strake.frontend.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class IgnoreFileTest {

  @Test
  void cleansPatternsAndLeavesOutTheRest() {
    String file = "\uFEFF# comment\n\n  a/../b/ \r\n/abs/\n! /x/./y\n #kept\n!\n/\n**/*.o";
    assertThat(IgnoreFile.parse(file.getBytes(StandardCharsets.UTF_8)))
        .containsExactly("b", "abs", "!x/y", "#kept", "!", "/", "**/*.o");
  }

  @Test
  void refusesLinesThatGoCannotRead() {
    byte[] fits = "a".repeat(65_535).getBytes(StandardCharsets.UTF_8);
    byte[] tooLong = "a".repeat(65_536).getBytes(StandardCharsets.UTF_8);
    assertThat(IgnoreFile.parse(fits)).hasSize(1);
    assertThatThrownBy(() -> IgnoreFile.parse(tooLong)).hasMessage("bufio.Scanner: token too long");
  }
}
