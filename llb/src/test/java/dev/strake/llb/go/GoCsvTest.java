package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoCsvTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a | a",
        "a,b=c | a;b=c",
        "'a,' | 'a;'",
        "',' | ';'",
        "'\"a,b\",c' | 'a,b;c'",
        "'\"a\"\"b\"' | 'a\"b'",
        "'\"\"' | ''",
        "'a,\"\"\"\"' | 'a;\"'",
        "'a\r\n' | a",
      })
  void splits(String line, String fields) {
    assertThat(String.join(";", GoCsv.fields(line))).isEqualTo(fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "'' | EOF",
        "'a,b\"c' | 'parse error on line 1, column 4: bare \" in non-quoted-field'",
        "'\"a\"b' | 'parse error on line 1, column 3: extraneous or missing \" in quoted-field'",
        "'\"ab' | 'parse error on line 1, column 2: extraneous or missing \" in quoted-field'",
      })
  void refuses(String line, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> GoCsv.fields(line)).withMessage(message);
  }
}
