package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.StrakeProcess;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C: the build ends on the daemon too, and leaves nothing behind. */
@ExtendWith(DaemonExtension.class)
class InterruptIT {

  private static final int INTERRUPTED = 130;

  @TempDir Path folder;
  private TestDaemon daemon;

  @BeforeEach
  void daemon(TestDaemon shared) {
    daemon = shared;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void controlCEndsTheBuildOnTheDaemon(int times) throws Exception {
    Files.writeString(
        folder.resolve("Dockerfile"), "FROM scratch\nCOPY --from=busybox / /\nRUN echo now asleep; sleep 321\n");
    try (StrakeProcess strake = start()) {
      // The step's name has the words, too: its output begins with the time.
      strake.awaitLine("#\\d+ \\d+\\.\\d+ now asleep");
      for (int i = 0; i < times; i++) {
        strake.signal("INT");
      }

      assertThat(strake.awaitEnd(20, TimeUnit.SECONDS)).isEqualTo(INTERRUPTED);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("Dockerfile");
    }
    assertThat(sleepersAfterAWhile()).as("the step on the daemon").isEmpty();
  }

  private StrakeProcess start() throws IOException {
    return StrakeProcess.start(
        "build", "--progress=plain", "--addr", daemon.address(), "--build-context", "busybox=rootfs:busybox",
        "--no-cache", "-o", "type=oci,dest=" + folder.resolve("x.tar"), folder.toString());
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
