package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C: the build ends on the daemon too, and leaves nothing behind. */
@ExtendWith(DaemonExtension.class)
class InterruptIT {

  private static final int INTERRUPTED = 130;

  @TempDir Path folder;

  @Test
  void controlCEndsTheBuildOnTheDaemon(TestDaemon daemon) throws Exception {
    Files.writeString(
        folder.resolve("Dockerfile"), "FROM scratch\nCOPY --from=busybox / /\nRUN echo now asleep; sleep 321\n");
    Process strake = start(daemon);
    try {
      awaitLine(strake, "now asleep");
      new ProcessBuilder("kill", "-INT", Long.toString(strake.pid())).start().waitFor();

      assertThat(strake.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(strake.exitValue()).isEqualTo(INTERRUPTED);
    } finally {
      strake.destroyForcibly();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("Dockerfile");
    }
    assertThat(sleepersAfterAWhile()).as("the step on the daemon").isEmpty();
  }

  private Process start(TestDaemon daemon) throws IOException {
    List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp"));
    words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    words.addAll(List.of(Main.class.getName(), "build", "--progress=plain", "--addr", daemon.address()));
    words.addAll(List.of("--build-context", "busybox=rootfs:busybox", "--no-cache"));
    words.addAll(List.of("-o", "type=oci,dest=" + folder.resolve("x.tar"), folder.toString()));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }

  private static void awaitLine(Process process, String text) throws IOException {
    List<String> seen = new ArrayList<>();
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.add(line);
      // The step's name has the words, too: its output begins with the time.
      if (line.matches("#\\d+ \\d+\\.\\d+ " + text)) {
        return;
      }
    }
    throw new AssertionError("not seen: " + text + " in " + seen);
  }

  private static List<String> sleepersAfterAWhile() throws IOException, InterruptedException {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      found.clear();
      Command.of("pgrep", "-f", "^sleep 321$").run(found::add);
      if (found.isEmpty()) {
        break;
      }
      Thread.sleep(100);
    }
    return found;
  }
}
