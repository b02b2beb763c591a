package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.DaemonException.Kind;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A socket that accepts and never says a word. */
@Timeout(30)
class MuteDaemonTest {

  private static final ConnectOptions USUAL = ConnectOptions.defaults();
  private static final Duration SHORT = Duration.ofMillis(1200);

  @TempDir Path folder;

  private interface Use {
    void of(DaemonClient client) throws Exception;
  }

  private void assertGivenUp(ConnectOptions options, Use use) throws Exception {
    Path socket = folder.resolve("mute.sock");
    try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      mute.bind(UnixDomainSocketAddress.of(socket));
      try (DaemonClient client = DaemonClient.connect(new DaemonAddress.Unix(socket), options)) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> use.of(client))
            .hasMessageMatching("no answer from unix://" + Pattern.quote(socket.toString()) + " within (1[0-9]{3}) ms")
            .satisfies(failure -> assertThat(((DaemonException) failure).kind()).isEqualTo(Kind.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
      }
    } finally {
      Files.delete(socket);
    }
  }

  @Test
  void aShortCallHasTheTimeToConnectAndNoMore() throws Exception {
    assertGivenUp(USUAL.withConnectTimeout(SHORT), DaemonClient::info);
  }

  @Test
  void aShortCallHasItsTimeAndNoMore() throws Exception {
    assertGivenUp(USUAL.withCallTimeout(SHORT), DaemonClient::listWorkers);
  }

  @Test
  void aBuildHasTheTimeToConnect() throws Exception {
    assertGivenUp(
        USUAL.withConnectTimeout(SHORT),
        client -> client.solve(SolveSpec.ofFrontend("dockerfile.v0").build(), ProgressListener.none()).await());
  }

  @Test
  void whoWaitsWaitsAsLongAsHeSays() throws Exception {
    assertGivenUp(USUAL, client -> client.awaitReady(SHORT));
    assertGivenUp(USUAL, client -> client.awaitReady(Duration.ZERO));
  }
}
