package dev.strake.frontend.bombs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of absurd size or depth gives a result or a diagnostic, in a JVM with a heap of 256 MiB and the usual stack.
 * {@code -Dstrake.bombs=all} asks for each in every way, and {@code -Dstrake.bomb=TEXT} takes those with TEXT in their
 * names only.
 */
class BombsTest {

  private static final String HEAP = "-Xmx256m";

  /** Whoever needs this for all bombs hangs. */
  private static final int WATCHDOG_MINUTES = 30;

  @TempDir Path folder;

  @Test
  void everyBombGivesAResultOrADiagnostic() throws Exception {
    String part = System.getProperty("strake.bomb", "");
    Path output = folder.resolve("output");
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BombRun.class.getName(),
                folder.toString(),
                part,
                System.getProperty("strake.bombs", ""))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = run.waitFor(WATCHDOG_MINUTES, TimeUnit.MINUTES);
    run.destroyForcibly().waitFor();
    List<String> lines = Files.readAllLines(output);
    assertThat(ended).as(lines::toString).isTrue();
    assertThat(lines).last().as(() -> String.join("\n", lines)).isEqualTo("done");
    assertThat(lines).hasSizeGreaterThan(part.isEmpty() ? 120 : 1);
    assertThat(lines.subList(0, lines.size() - 1)).allMatch(BombsTest::hasAnswer);
  }

  private static boolean hasAnswer(String line) {
    return line.contains(": accepted in ") || line.contains(": refused in ");
  }
}
