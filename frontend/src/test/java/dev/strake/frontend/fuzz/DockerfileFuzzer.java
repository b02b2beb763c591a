package dev.strake.frontend.fuzz;

import dev.strake.frontend.property.Frontend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;

/**
 * The target of coverage-guided fuzzing: bytes, of which the first chooses how the frontend is asked and the others are
 * the Dockerfile. A result and a refusal are both fine; anything else is a finding.
 */
public final class DockerfileFuzzer {

  private static final Frontend FRONTEND = frontend();

  private DockerfileFuzzer() {}

  private static Frontend frontend() {
    try {
      return new Frontend(Files.createTempDirectory("strake-fuzz"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Jazzer looks for a method of this name. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      Map<String, String> call = Frontend.CALLS.get(Byte.toUnsignedInt(input[0]) % Frontend.CALLS.size());
      FRONTEND.call(Arrays.copyOfRange(input, 1, input.length), call);
    }
  }
}
