package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoJsonTest {

  @Test
  void escapesWhatGoEscapes() {
    assertThat(GoJson.string("a\"b\\c<d>&\b\f\n\r\t\u0001\u007f"))
        .isEqualTo("\"a\\\"b\\\\c\\u003cd\\u003e\\u0026\\b\\f\\n\\r\\t\\u0001\u007f\"");
  }

  @Test
  void escapesLineSeparatorsOnlyBeyondAscii() {
    assertThat(GoJson.string("\u2028\u2029é€\ud83d\ude00")).isEqualTo("\"\\u2028\\u2029é€\ud83d\ude00\"");
  }

  @Test
  void writesLoneSurrogatesAsReplacements() {
    assertThat(GoJson.string("\ud83dx\ude00")).isEqualTo("\"\\ufffdx\\ufffd\"");
  }
}
