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

  private void assertGivenUp(ConnectOptions options, int millis, Use use) throws Exception {
    Path socket = folder.resolve("mute.sock");
    try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      mute.bind(UnixDomainSocketAddress.of(socket));
      try (DaemonClient client = DaemonClient.connect(new DaemonAddress.Unix(socket), options)) {
        long start = System.nanoTime();
        assertThatThrownBy(() -> use.of(client))
            .hasMessage("no answer from unix://" + socket + " within " + millis + " ms")
            .satisfies(failure -> assertThat(((DaemonException) failure).kind()).isEqualTo(Kind.TIMEOUT));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(taken).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
      }
    } finally {
      Files.delete(socket);
    }
  }

  @Test
  void aShortCallHasTheTimeToConnectAndNoMore() throws Exception {
    assertGivenUp(USUAL.withConnectTimeout(SHORT), 1200, DaemonClient::info);
  }

  @Test
  void aShortCallHasItsTimeAndNoMore() throws Exception {
    assertGivenUp(USUAL.withCallTimeout(SHORT), 1200, DaemonClient::listWorkers);
  }

  @Test
  void aBuildHasTheTimeToConnect() throws Exception {
    assertGivenUp(
        USUAL.withConnectTimeout(SHORT),
        1200,
        client -> client.solve(SolveSpec.ofFrontend("dockerfile.v0").build(), ProgressListener.none()).await());
  }

  @Test
  void whoWaitsWaitsAsLongAsHeSays() throws Exception {
    assertGivenUp(USUAL, 1200, client -> client.awaitReady(SHORT));
    assertGivenUp(USUAL, 1000, client -> client.awaitReady(Duration.ZERO));
  }
}
