package dev.strake.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "--a=b           | --a=b",
        "--a=\"b c\"     | --a=b c",
        "--a='b\"c'd     | --a=b\"cd",
        "--a=b\\ c       | --a=b c",
        "--a=b\\         | --a=b",
        "--a='b\\'c'     | --a=b'c",
        "--a=\"b         | --a=b",
        "--a=é           | --a=Ã©",
        "--a=\"à\"       | --a=Ã\u00a0",
        "--a=à           | --a=Ã",
        "--a=😀          | --a=ð\u009f\u0098\u0080",
      })
  void quotesAndEscapesGo(String flag, String expected) {
    assertThat(word(flag, '\\')).isEqualTo(expected);
  }

  @Test
  void theEscapeCharacterIsTheFilesOne() {
    assertThat(word("--a=C:\\x` y", '`')).isEqualTo("--a=C:\\x y");
  }

  @Test
  void whatIsLeftOfACharacterBehindTheFlagIsKept() {
    FlagReader flag = new FlagReader();
    assertThat(flag.read("--a=腰 b", 0, 7, '\\')).isEqualTo(5);
    assertThat(flag.word()).isEqualTo("--a=è");
    assertThat(flag.rest()).isEqualTo("\uDCB0");
    assertThat(flag.read("--a=b c", 0, 7, '\\')).isEqualTo(5);
    assertThat(flag.rest()).isEmpty();
  }

  private static String word(String flag, char escape) {
    FlagReader reader = new FlagReader();
    reader.read(flag, 0, flag.length(), escape);
    return reader.word();
  }
}
