package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @Test
  void nothingBeginsBehindTheGoodbye() {
    sent.onGoodbye = this::open;
    connection.fail(Status.UNAVAILABLE, ErrorCode.NO_ERROR);
    assertThat(sent.types).containsExactly(Frame.GOAWAY);
    assertThat(connection.streamCount()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Turn.class)
  void whoeverHadToWaitForItsTurnIsToldThatItMaySendMore(Turn turn) throws Exception {
    connection.settings(Map.of(Setting.MAX_CONCURRENT_STREAMS, 1, Setting.INITIAL_WINDOW_SIZE, 1 << 20));
    connection.windowUpdate(null, 1 << 20);
    Stream first = new Stream(connection, StreamListener.DEAF, List.of());
    connection.open(first);
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    Thread caller = Thread.currentThread();
    Stream second =
        new Stream(
            connection,
            hearing(() -> {
              assertThat(Thread.holdsLock(connection)).isFalse();
              told.complete(Thread.currentThread() == caller);
            }),
            List.of());
    connection.open(second);
    second.send(ByteBuffer.allocate(100_000), false);
    assertThat(second.isWritable()).isFalse();
    turn.come(connection, first);
    assertThat(second.isWritable()).isTrue();
    // Whoever sends or resets may hold locks of its own.
    assertThat(told.get(20, TimeUnit.SECONDS)).isEqualTo(turn.isOfPeer());
  }

  /** Why the second stream's turn has come. */
  private enum Turn {
    RESET {
      @Override
      void come(ClientConnection connection, Stream first) {
        first.reset(ErrorCode.CANCEL);
      }
    },
    WAS_RESET {
      @Override
      void come(ClientConnection connection, Stream first) {
        connection.wasReset(first, ErrorCode.CANCEL);
      }
    },
    ANSWERED {
      @Override
      void come(ClientConnection connection, Stream first) throws Exception {
        first.send(ByteBuffer.allocate(0), true);
        connection.headers(1, List.of(), true);
      }
    },
    ANSWERED_BEFORE_ITS_END {
      @Override
      void come(ClientConnection connection, Stream first) throws Exception {
        connection.headers(1, List.of(), true);
        first.send(ByteBuffer.allocate(0), true);
      }
    },
    MORE_STREAMS {
      @Override
      void come(ClientConnection connection, Stream first) throws Exception {
        connection.settings(Map.of(Setting.MAX_CONCURRENT_STREAMS, 2));
      }
    },
    MORE_ROOM {
      @Override
      void come(ClientConnection connection, Stream first) throws Exception {
        connection.headers(1, List.of(), true);
        first.send(ByteBuffer.allocate(2 << 20), true);
        connection.windowUpdate(null, 2 << 20);
        connection.windowUpdate(first, 1 << 20);
      }
    };

    boolean isOfPeer() {
      return this != RESET && this != ANSWERED_BEFORE_ITS_END;
    }

    abstract void come(ClientConnection connection, Stream first) throws Exception;
  }

  @Test
  void whoeverSendsOrResetsRunsNoOtherListener() {
    AtomicBoolean told = new AtomicBoolean();
    Stream other = new Stream(connection, hearing(() -> told.set(true)), List.of());
    Stream own = new Stream(connection, StreamListener.DEAF, List.of());
    connection.open(other);
    connection.open(own);
    // As the thread that reads does it, just before it tells.
    connection.room.add(other);
    own.send(ByteBuffer.allocate(10), false);
    own.reset(ErrorCode.CANCEL);
    open();
    assertThat(told).isFalse();
    connection.room.tell();
    assertThat(told).isTrue();
  }

  private static StreamListener hearing(Runnable onWritable) {
    return new StreamListener() {
      @Override
      public void onHeaders(List<Header> headers, boolean end) {}

      @Override
      public void onData(byte[] data, boolean end) {}

      @Override
      public void onClosed(Status status) {}

      @Override
      public void onWritable() {
        onWritable.run();
      }
    };
  }

  private void open() {
    connection.open(new Stream(connection, StreamListener.DEAF, List.of()));
  }
}
