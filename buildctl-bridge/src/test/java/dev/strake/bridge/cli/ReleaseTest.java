package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReleaseTest {

  @Test
  void theNumberIsThatOfTheBuild() throws Exception {
    String parent = Files.readString(Path.of("..", "pom.xml"));
    assertThat(parent).contains("<version>" + Release.NUMBER + "</version>");
  }
}
