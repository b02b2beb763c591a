package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many streams a client opens, and when, frame by frame. */
class ClientConnectionTest {

  private final SentFrames sent = new SentFrames();
  private final ClientConnection connection = new ClientConnection(sent);

  @Test
  void aCallThatBeginsWhileTheLimitIsAcknowledgedWaits() throws Exception {
    sent.onAcknowledgement = this::open;
    open();
    connection.settings(Map.of(Setting.MAX_CONCURRENT_STREAMS, 1));
    assertThat(sent.types).containsExactly(Frame.HEADERS, Frame.SETTINGS);
  }

  @Test
  void aHundredCallsBeginBeforeThePeerHasSpoken() throws Exception {
    for (int i = 0; i < 150; i++) {
      open();
    }
    assertThat(sent.types).hasSize(100).containsOnly(Frame.HEADERS);
    connection.settings(Map.of());
    assertThat(sent.types).hasSize(151).endsWith(Frame.HEADERS);
  }

  @Test
  void laterSettingsKeepTheLimitTheyDoNotName() throws Exception {
    connection.settings(Map.of(Setting.MAX_CONCURRENT_STREAMS, 1));
    connection.settings(Map.of());
    open();
    open();
    assertThat(sent.types).containsExactly(Frame.SETTINGS, Frame.SETTINGS, Frame.HEADERS);
  }

  @Test
  void whatComesInSmallPartsIsGivenBackInLargeOnes() throws Exception {
    for (int received = 0; received < Connection.RECEIVE_WINDOW; received += 1 << 10) {
      connection.received(null, 1 << 10);
    }
    assertThat(sent.types).hasSize(4).containsOnly(Frame.WINDOW_UPDATE);
  }

  private void open() {
    connection.open(new Stream(connection, StreamListener.DEAF, List.of()));
  }
}
