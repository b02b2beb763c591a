package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoStringsTest {

  @Test
  void changesCaseCodePointByCodePoint() {
    assertThat(GoStrings.toLower("ΑΣ İ")).isEqualTo("ας i".replace('ς', 'σ'));
    assertThat(GoStrings.toUpper("straße")).isEqualTo("STRAßE");
    assertThat(GoStrings.toLower("\ud801\udc00")).isEqualTo("\ud801\udc28");
    assertThat(GoStrings.toLower("a\udcf4")).isEqualTo("a\ufffd");
  }

  @Test
  void trimsWhatUnicodeCallsSpace() {
    assertThat(GoStrings.trimSpace("\u00a0\t a b\u0085\u2003")).isEqualTo("a b");
    assertThat(GoStrings.trimSpace(" \n")).isEmpty();
    assertThat(GoStrings.isSpace('\u200b')).isFalse();
  }

  @Test
  void ordersByCodePoints() {
    assertThat(List.of("\ud83d\ude00", "\uff5e", "b", "a", "").stream().sorted(GoStrings::compare))
        .containsExactly("", "a", "b", "\uff5e", "\ud83d\ude00");
  }
}
