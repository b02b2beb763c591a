package dev.strake.frontend.lower.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.Resources;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** JSON that is no configuration, a line each, and below it what the reference says. */
class ImageConfigMismatchTest {

  @TestFactory
  Stream<DynamicTest> saysWhatTheReferenceSays() throws IOException {
    List<String> lines = Resources.readLines(Resources.getResource(getClass(), "mismatches.txt"), UTF_8);
    return IntStream.iterate(0, i -> i < lines.size(), i -> i + 2)
        .mapToObj(i -> DynamicTest.dynamicTest(lines.get(i), () -> check(lines.get(i), lines.get(i + 1))));
  }

  private static void check(String config, String message) {
    assertThatThrownBy(() -> ImageConfig.parse(config.getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
