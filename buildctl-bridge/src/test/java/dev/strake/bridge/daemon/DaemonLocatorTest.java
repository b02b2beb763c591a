package dev.strake.bridge.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Host;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaemonLocatorTest {

  @TempDir Path folder;

  @Test
  void theOptionComesFirstThenTheVariable() {
    Host host = new Host(Map.of("BUILDKIT_HOST", "tcp://elsewhere:1"), folder, true);
    DaemonLocator locator = new DaemonLocator(host, List.of());

    assertThat(locator.locate(Optional.of("unix:///x"))).contains("unix:///x");
    assertThat(locator.locate(Optional.empty())).contains("tcp://elsewhere:1");
  }

  @Test
  void aUsualSocketCountsOnlyWhereSomeoneAnswers() throws IOException {
    Path dead = folder.resolve("dead");
    Path alive = folder.resolve("alive");
    ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(dead)).close();
    // The machine's own daemon, such as the README's first command leaves it, is not to count.
    Host host = new Host(Map.of("STRAKE_RUN_DIR", folder.resolve("run").toString()), folder, true);
    DaemonLocator locator = new DaemonLocator(host, List.of(folder.resolve("missing"), dead, alive));

    assertThat(dead).exists();
    assertThat(locator.locate(Optional.empty())).isEmpty();
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(alive));
      assertThat(locator.locate(Optional.empty())).contains("unix://" + alive);
    }
  }

  @Test
  void theOwnDaemonCountsOnlyWhereItsContainerdAnswersToo() throws IOException {
    Host host = new Host(Map.of("STRAKE_RUN_DIR", folder.toString()), folder, true);
    DaemonDirectories own = DaemonDirectories.of(host);
    DaemonLocator locator = new DaemonLocator(host, List.of());
    try (ServerSocketChannel buildkitd = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      buildkitd.bind(UnixDomainSocketAddress.of(own.buildkitdSocket()));
      assertThat(locator.locate(Optional.empty())).isEmpty();
      try (ServerSocketChannel containerd = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        containerd.bind(UnixDomainSocketAddress.of(own.containerdSocket()));
        assertThat(locator.locate(Optional.empty())).contains(own.address());
      }
    }
  }
}
