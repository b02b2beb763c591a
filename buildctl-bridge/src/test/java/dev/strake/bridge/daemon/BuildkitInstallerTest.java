package dev.strake.bridge.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildkitInstallerTest {

  @ParameterizedTest
  @CsvSource({
    "go version go1.26.3 linux/amd64, true",
    "go version go1.26.8 linux/amd64, true",
    "go version go1.27 linux/arm64, true",
    "go version go1.26.2 linux/amd64, false",
    "go version go1.26 linux/amd64, false",
    "go version go1.9.9 linux/amd64, false",
    "go version devel +abc linux/amd64, false",
  })
  void knowsWhichGoBuildsIt(String report, boolean newEnough) {
    assertThat(BuildkitInstaller.isNewEnough(report)).isEqualTo(newEnough);
  }
}
