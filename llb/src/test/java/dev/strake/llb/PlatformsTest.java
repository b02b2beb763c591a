package dev.strake.llb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformsTest {

  private static final Platform HOST = Platform.of("linux", "amd64");

  @ParameterizedTest
  @CsvSource({
    "linux,linux/amd64,linux/amd64",
    "arm64,linux/arm64,linux/arm64",
    "Linux/x86_64,linux/amd64,linux/amd64",
    "linux/arm64/v8,linux/arm64/v8,linux/arm64",
    "linux/arm,linux/arm,linux/arm/v7",
    "linux/arm/v7,linux/arm/v7,linux/arm/v7",
    "linux/armel,linux/arm/v6,linux/arm/v6",
    "macos/aarch64,darwin/arm64,darwin/arm64",
    "windows(10.0.17763)/amd64,windows(10.0.17763)/amd64,windows(10.0.17763)/amd64",
    "windows(10.0+b+a+a)/amd64,windows(10.0+a+b)/amd64,windows(10.0+a+b)/amd64",
    "linux(a%2Bb)/amd64,linux(a%2Bb)/amd64,linux(a%2Bb)/amd64",
    "linux/amd64/v1,linux/amd64,linux/amd64",
  })
  void readsAndNormalizes(String text, String parsed, String normalized) {
    Platform platform = Platforms.parse(text, HOST);
    assertThat(Platforms.formatAll(platform)).isEqualTo(parsed);
    assertThat(Platforms.formatAll(Platforms.normalize(platform))).isEqualTo(normalized);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "linux/* | \"linux/*\": wildcards not yet supported: invalid argument",
        "what | \"what\": unknown operating system or architecture: invalid argument",
        "a/b/c/d | \"a/b/c/d\": cannot parse platform specifier: invalid argument",
        "linux/a b | \"a b\" is an invalid component of \"linux/a b\": platform specifier component must match"
            + " \"^[A-Za-z0-9_.-]+$\": invalid argument",
        "li+nux | \"li+nux\" is an invalid OS component of \"li+nux\": OSAndVersion specifier component must match"
            + " \"^([A-Za-z0-9_-]+)(?:\\\\(([A-Za-z0-9_.%-]*)((?:\\\\+[A-Za-z0-9_.%-]+)*)\\\\))?$\": invalid argument",
      })
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> Platforms.parse(text, HOST)).hasMessage(message);
  }
}
