package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoUnitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "10 | 10",
        "10b | 10",
        "1k | 1024",
        "1KB | 1024",
        "1.5GiB | 1610612736",
        "2 mib | 2097152",
        "1e3 | 1000",
        "0x1p4 | 16",
        "1_000 | 1000",
        "1p | 1125899906842624",
        "1e30 | -9223372036854775808"
      })
  void readsSizes(String text, long bytes) {
    assertThat(GoUnits.ramInBytes(text)).isEqualTo(GoResult.of(bytes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "big | invalid size: 'big'",
        "-1 | invalid size: '-1'",
        "5q | invalid suffix: 'q'",
        "5kx | invalid suffix: 'kx'",
        "5bb | invalid suffix: 'bb'",
        "5kilo | invalid suffix: 'kilo'",
        "1__0 | strconv.ParseFloat: parsing \"1__0\": invalid syntax",
        "1e999 | strconv.ParseFloat: parsing \"1e999\": value out of range"
      })
  void refuses(String text, String message) {
    assertThat(GoUnits.ramInBytes(text)).isEqualTo(GoResult.error(message));
  }
}
