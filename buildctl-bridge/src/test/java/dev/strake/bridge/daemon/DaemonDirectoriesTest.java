package dev.strake.bridge.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Host;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaemonDirectoriesTest {

  private static final Path HOME = Path.of("/home/u");

  @Test
  void rootAndUsersAndVariables() {
    assertThat(DaemonDirectories.of(new Host(Map.of(), HOME, true)))
        .isEqualTo(new DaemonDirectories(Path.of("/var/lib/strake"), Path.of("/run/strake")));
    assertThat(DaemonDirectories.of(new Host(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), HOME, false)))
        .isEqualTo(new DaemonDirectories(Path.of("/home/u/.local/share/strake"), Path.of("/run/user/7/strake")));
    assertThat(DaemonDirectories.of(new Host(Map.of(), HOME, false)).run())
        .isEqualTo(Path.of("/home/u/.local/share/strake/run"));
    assertThat(DaemonDirectories.of(new Host(Map.of("STRAKE_STATE_DIR", "/s", "STRAKE_RUN_DIR", "/r"), HOME, true)))
        .isEqualTo(new DaemonDirectories(Path.of("/s"), Path.of("/r")));
  }
}
