package dev.strake.llb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a digest, in the order in which the reference's library looks. */
class DigestsTest {

  private static final String HEX = "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource(
      nullValues = "nothing",
      value = {
        "64, '', nothing",
        "63, '', invalid checksum digest length",
        "63, g, invalid checksum digest format",
        "63, G, invalid checksum digest format",
        "63, é, invalid checksum digest length",
        "62, é, invalid checksum digest format",
        "61, €, invalid checksum digest format",
      })
  void lengthsAreThoseOfBytes(int hex, String end, String problem) {
    assertThat(Digests.problem("sha256:" + HEX.substring(0, hex) + end).orElse(null)).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({"sha256", ":abc", "sha256:", "md4!:abc", "sha256:" + "\uDC80"})
  void whatIsNoDigestIsTold(String text) {
    assertThat(Digests.problem(text).orElseThrow()).startsWith("invalid checksum digest ");
  }
}
