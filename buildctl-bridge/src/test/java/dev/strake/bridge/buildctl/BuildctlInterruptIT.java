package dev.strake.bridge.buildctl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.rootfs.BusyboxRootfs;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.StrakeProcess;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C, once and several times: the stock exit code, and nothing left behind. */
@ExtendWith(DaemonExtension.class)
class BuildctlInterruptIT {

  @TempDir Path folder;
  private TestDaemon daemon;

  @BeforeEach
  void dockerfile(TestDaemon shared) throws Exception {
    daemon = shared;
    Files.writeString(
        folder.resolve("Dockerfile"), "FROM scratch\nCOPY --from=busybox / /\nRUN echo now asleep; sleep 322\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void onceAndTwice(int times) throws Exception {
    try (StrakeProcess buildctl = start()) {
      buildctl.awaitLine("#\\d+ \\d+\\.\\d+ now asleep");
      for (int i = 0; i < times; i++) {
        buildctl.signal("INT");
      }

      assertThat(buildctl.awaitEnd(20, TimeUnit.SECONDS)).isEqualTo(1);
      assertThat(buildctl.lines()).anyMatch(line -> line.matches("error: failed to solve: .*context canceled.*"));
    }
    assertOnlyTheDockerfile();
  }

  @Test
  void manyTimes() throws Exception {
    try (StrakeProcess buildctl = start()) {
      buildctl.awaitLine("#\\d+ \\d+\\.\\d+ now asleep");
      for (int i = 0; i < 3; i++) {
        buildctl.signal("INT");
      }

      assertThat(buildctl.awaitEnd(5, TimeUnit.SECONDS)).isEqualTo(1);
    }
    // Whoever presses three times may find what was being written; the result's own name it never has.
    assertThat(folder.resolve("x.tar")).doesNotExist();
  }

  private StrakeProcess start() throws Exception {
    return StrakeProcess.start(
        "buildctl", "--addr", daemon.address(), "build", "--progress=plain", "--frontend=dockerfile.v0", "--no-cache",
        "--local", "context=" + folder, "--local", "dockerfile=" + folder, "--local", "busybox=" + busybox(),
        "--opt", "context:busybox=local:busybox", "--output", "type=oci,dest=" + folder.resolve("x.tar"));
  }

  private static Path busybox() throws Exception {
    return new BusyboxRootfs(Host.current(), line -> {}).prepare();
  }

  private void assertOnlyTheDockerfile() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("Dockerfile");
    }
  }
}
