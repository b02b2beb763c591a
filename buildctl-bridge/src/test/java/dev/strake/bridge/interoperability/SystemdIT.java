package dev.strake.bridge.interoperability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The units of {@code strake daemon units}. */
@ExtendWith({DaemonExtension.class, SystemReport.class})
@Timeout(120)
@OtherSystem(
    name = "systemd",
    programs = {"systemd-analyze", "systemd-socket-activate"},
    limits = "systemd does not run this machine; the units are verified, and the service's own command line is started"
        + " by a socket")
class SystemdIT {

  @TempDir Path folder;
  private Path units;

  @BeforeEach
  void write() throws Exception {
    units = folder.resolve("units");
    Tools.strake("daemon", "units", units.toString());
  }

  @Test
  void theUnitsAreClean() throws Exception {
    assertThat(
            Tools.run(
                "systemd-analyze", "verify",
                units.resolve("buildkit.service").toString(), units.resolve("buildkit.socket").toString()))
        .isEmpty();
  }

  @Test
  void theServiceTakesTheSocketThatIsOpenAlready(TestDaemon beside) throws Exception {
    String command =
        Files.readAllLines(units.resolve("buildkit.service")).stream()
            .filter(line -> line.startsWith("ExecStart="))
            .map(line -> line.substring("ExecStart=".length()))
            .findFirst()
            .orElseThrow();
    Path socket = folder.resolve("s.sock");
    List<String> words = new ArrayList<>(List.of("systemd-socket-activate", "-l", socket.toString(), "-E", "PATH"));
    words.addAll(List.of(command.split(" ")));
    words.addAll(
        List.of(
            "--config=/dev/null", "--root=" + folder.resolve("root"),
            "--containerd-worker-addr=" + beside.containerdSocket(), "--containerd-worker-namespace=activated",
            "--containerd-worker-snapshotter=native"));
    try (Service service = Service.start(words, socket, folder.resolve("log"))) {
      Sample.in(folder).build(service.address(), "-o", "type=local,dest=" + folder.resolve("out"));
    }
    assertThat(folder.resolve("out/made")).hasContent("made\n");
  }
}
