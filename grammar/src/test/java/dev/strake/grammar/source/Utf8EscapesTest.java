package dev.strake.grammar.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8EscapesTest {

  /** What Go makes of these bytes, one U+FFFD for each byte that belongs to no character. */
  @ParameterizedTest
  @CsvSource({
    "78, x",
    "ff78, \uFFFDx",
    "efbfbdff, \uFFFD\uFFFD",
    "e282, \uFFFD\uFFFD",
    "e28278, \uFFFD\uFFFDx",
    "f09f92a9, \uD83D\uDCA9",
    "f09f92a9a9, \uD83D\uDCA9\uFFFD",
    "f09f92, \uFFFD\uFFFD\uFFFD",
    "eda080, \uFFFD\uFFFD\uFFFD",
    "c080, \uFFFD\uFFFD",
    "f4908080, \uFFFD\uFFFD\uFFFD\uFFFD",
  })
  void bytesComeBackAndShowAsReplacements(String hex, String shown) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String text = Utf8Escapes.decode(bytes);
    assertThat(Utf8Escapes.encode(text)).isEqualTo(bytes);
    assertThat(Utf8Escapes.replaced(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"49999", "50000", "8191", "8192"})
  void soDoThoseOfALargeText(int length) {
    byte[] bytes = ("\u00e9".repeat(length) + "?").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xC3;
    String text = Utf8Escapes.decode(bytes);
    assertThat(text).isEqualTo("\u00e9".repeat(length) + "\uDCC3");
    assertThat(Utf8Escapes.encode(text)).isEqualTo(bytes);
  }
}
