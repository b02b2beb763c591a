package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.emulation.BinfmtMisc;
import dev.strake.bridge.host.Host;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.SideDaemon;
import dev.strake.bridge.testing.TestDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds for other machines where the kernel emulates none: its table is switched off, for the whole of this machine,
 * as long as these tests run.
 */
@ExtendWith(DaemonExtension.class)
@Timeout(180)
class EmulatorsIT {

  private static final Path SWITCH = BinfmtMisc.ofSystem().table().resolve("status");

  /** QEMU's names of machines, and the platforms. */
  private static final Map<String, String> MACHINES = new LinkedHashMap<>();

  static {
    MACHINES.put("aarch64", "linux/arm64");
    MACHINES.put("riscv64", "linux/riscv64");
    MACHINES.put("s390x", "linux/s390x");
  }

  @TempDir static Path shared;
  private static SideDaemon plain;
  private static SideDaemon emulating;

  @TempDir Path folder;

  @BeforeAll
  static void start(TestDaemon beside) throws Exception {
    assertThat(SWITCH).as("`strake daemon install --tests` sets it up").exists();
    Files.writeString(SWITCH, "0");
    Path emulators = Files.createDirectory(shared.resolve("bin"));
    for (String machine : MACHINES.keySet()) {
      Path emulator = Host.current().program("qemu-" + machine + "-static").orElseThrow();
      Files.copy(emulator, emulators.resolve("buildkit-qemu-" + machine), StandardCopyOption.COPY_ATTRIBUTES);
    }
    plain = SideDaemon.start(beside, List.of("--addr=unix://" + shared.resolve("plain.sock")), Map.of());
    emulating =
        SideDaemon.start(
            beside,
            List.of("--addr=unix://" + shared.resolve("emulating.sock")),
            Map.of("PATH", emulators + ":" + Host.current().searchPath(List.of())));
  }

  @AfterAll
  static void stop() throws IOException {
    Files.writeString(SWITCH, "1");
    for (SideDaemon daemon : new SideDaemon[] {plain, emulating}) {
      if (daemon != null) {
        daemon.close();
      }
    }
  }

  @Test
  void emulatorsOnTheDaemonsPathRunTheSteps() throws Exception {
    dockerfile("FROM busybox\nRUN uname -m > /machine\n");
    String path = shared.resolve("bin").toString();

    TestSession session = TestSession.withCacheOfUser(folder, Map.of("PATH", path));
    String platforms = String.join(",", MACHINES.values());
    assertThat(build(session, "unix://" + shared.resolve("emulating.sock"), "--platform", platforms, "-o", "out"))
        .as(session.err())
        .isEqualTo(ExitCode.OK);

    MACHINES.forEach(
        (machine, platform) ->
            assertThat(folder.resolve("out").resolve(platform.replace('/', '_')).resolve("machine"))
                .hasContent(machine + "\n"));
  }

  @Test
  void aPlatformWithoutEmulatorIsRefusedBeforeAnyStepRuns() throws Exception {
    dockerfile("FROM busybox\nRUN echo step > /file\n");

    TestSession session = TestSession.withCacheOfUser(folder, Map.of());
    int exitCode =
        build(session, "unix://" + shared.resolve("plain.sock"), "--platform", "linux/amd64,linux/s390x");

    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(session.err())
        .contains("the daemon cannot run programs of linux/s390x, and this build has RUN steps for it")
        .doesNotContain("programs of linux/amd64")
        .contains("install emulators, as root: strake daemon install --qemu")
        .doesNotContain("RUN echo step");
  }

  @Test
  void whatNeedsNoEmulatorIsBuiltWithout() throws Exception {
    dockerfile("FROM --platform=$BUILDPLATFORM busybox AS build\nRUN echo made > /file\n"
        + "FROM scratch\nCOPY --from=build /file /\n");

    TestSession session = TestSession.withCacheOfUser(folder, Map.of());
    int exitCode =
        build(session, "unix://" + shared.resolve("plain.sock"), "--platform", "linux/arm64,linux/s390x", "-o", "out");

    assertThat(exitCode).as(session.err()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("out/linux_s390x/file")).hasContent("made\n");
  }

  /** The emulators of a daemon behind an address of the network are not to be seen from here. */
  @Test
  void aProgramOfAnotherMachineIsExplainedWhereItFails() throws Exception {
    dockerfile("FROM busybox\nRUN echo step > /file\n");

    TestSession session = TestSession.withCacheOfUser(folder, Map.of());

    assertThat(build(session, plain.address(), "--platform", "linux/arm64")).isEqualTo(ExitCode.FAILED);
    assertThat(session.err())
        .contains("exec format error")
        .contains("Dockerfile:2")
        .contains("the step's program is for another machine than the daemon's")
        .contains("strake daemon install --qemu");
  }

  private void dockerfile(String text) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), text);
  }

  private static int build(TestSession session, String address, String... arguments) {
    List<String> words = new ArrayList<>(List.of("build", "--addr", address, "--progress=plain"));
    words.addAll(List.of("--build-context", "busybox=rootfs:busybox", "."));
    words.addAll(List.of(arguments));
    return session.run(words.toArray(String[]::new));
  }
}
