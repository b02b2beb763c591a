package dev.strake.bridge.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.error.DaemonException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A socket that accepts and never says a word. */
@Timeout(30)
class MuteDaemonTest {

  private static final ConnectOptions IMPATIENT =
      ConnectOptions.defaults().withConnectTimeout(Duration.ofMillis(500)).withCallTimeout(Duration.ofMillis(500));

  @TempDir Path folder;

  @Test
  void isGivenUpOn() throws Exception {
    Path socket = folder.resolve("mute.sock");
    try (ServerSocketChannel mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      mute.bind(UnixDomainSocketAddress.of(socket));
      try (DaemonClient client = DaemonClient.connect(new DaemonAddress.Unix(socket), IMPATIENT)) {
        assertGivenUp(client::info, socket);
        assertGivenUp(
            () -> client.solve(SolveSpec.ofFrontend("dockerfile.v0").build(), ProgressListener.none()).await(), socket);
      }
    }
  }

  private static void assertGivenUp(ThrowingCallable call, Path socket) {
    assertThatThrownBy(call)
        .hasMessage("no answer from unix://" + socket + " within 500 ms")
        .satisfies(
            failure -> assertThat(((DaemonException) failure).kind()).isEqualTo(DaemonException.Kind.TIMEOUT));
  }
}
