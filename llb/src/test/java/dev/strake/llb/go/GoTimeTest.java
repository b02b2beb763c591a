package dev.strake.llb.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2020-01-02T03:04:05Z,2020-01-02T03:04:05Z",
    "2020-01-02T03:04:05.100Z,2020-01-02T03:04:05.1Z",
    "2020-01-02T03:04:05.000Z,2020-01-02T03:04:05Z",
    "2020-01-02T03:04:05.1234567891Z,2020-01-02T03:04:05.123456789Z",
    "2020-01-02T03:04:05+02:00,2020-01-02T03:04:05+02:00",
    "2020-01-02T03:04:05.5-00:00,2020-01-02T03:04:05.5Z",
    "0001-01-01T00:00:00Z,0001-01-01T00:00:00Z",
  })
  void writesTimesAsGoDoes(String text, String written) {
    assertThat(GoTime.rfc3339(text)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2020-01-02", "2020-13-02T03:04:05Z", "2020-01-02T03:04:05", "2020-01-02T03:04:05+0200"})
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> GoTime.rfc3339(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesTimesWithTheirOffset() {
    Instant time = Instant.ofEpochSecond(1_700_000_000L);
    assertThat(GoTime.rfc3339(time.atOffset(ZoneOffset.UTC))).isEqualTo("2023-11-14T22:13:20Z");
    assertThat(GoTime.rfc3339(time.atOffset(ZoneOffset.ofHoursMinutes(-5, -30))))
        .isEqualTo("2023-11-14T16:43:20-05:30");
  }
}
