package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One call, frame by frame: what happens at which moment is the test's to say. */
class StreamCallTest {

  private final SentFrames sent = new SentFrames();
  private final ClientConnection connection = new ClientConnection(sent);
  private final TestChannel channel = new TestChannel(connection);
  private final Answers answers = new Answers();
  private final CallOptions anHour = CallOptions.DEFAULT.withDeadlineAfter(1, TimeUnit.HOURS);

  /** Moments while a call starts. */
  private enum Moment {
    CONNECTION,
    AUTHORITY,
    TIMER
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aCallThatIsCancelledWhileItStartsNeverReachesThePeer(Moment moment) {
    Context.CancellableContext context = Context.ROOT.withCancellation();
    channel.at(moment, () -> context.cancel(null));
    context.run(() -> start(anHour));
    assertThat(sent.types).isEmpty();
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.CANCELLED);
    assertThat(connection.streamCount()).isZero();
    channel.close();
  }

  @Test
  void aCallThatIsCancelledBeforeItBeginsCannotBegin() {
    ClientCall<byte[], byte[]> call = channel.newCall(EchoServer.ECHO, CallOptions.DEFAULT);
    call.cancel("no more wanted", null);
    assertThatThrownBy(() -> call.start(answers, new Metadata())).hasMessageContaining("cancelled before it began");
    assertThat(sent.types).isEmpty();
  }

  @Test
  void aClosedChannelHasNoTimer() {
    connection.fail(Status.UNAVAILABLE);
    channel.close();
    start(anHour);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private ClientCall<byte[], byte[]> start(CallOptions options) {
    ClientCall<byte[], byte[]> call = channel.newCall(EchoServer.ECHO, options);
    call.start(answers, new Metadata());
    return call;
  }

  /** Keeps how the call ends. */
  private static final class Answers extends ClientCall.Listener<byte[]> {
    Status status = Status.UNKNOWN.withDescription("still running");

    @Override
    public void onClose(Status told, Metadata trailers) {
      status = told;
    }
  }

  /** Gives one connection after the other, and does something at a moment. */
  private static final class TestChannel extends CallChannel {
    private final List<ClientConnection> connections;
    private Moment moment;
    private Runnable action = () -> {};

    TestChannel(ClientConnection... connections) {
      super(1 << 20, Runnable::run);
      this.connections = new ArrayList<>(List.of(connections));
    }

    void at(Moment when, Runnable what) {
      moment = when;
      action = what;
    }

    private void pass(Moment now) {
      if (now == moment) {
        action.run();
      }
    }

    @Override
    ClientConnection connection() {
      pass(Moment.CONNECTION);
      return connections.size() > 1 ? connections.removeFirst() : connections.getFirst();
    }

    @Override
    public String authority() {
      pass(Moment.AUTHORITY);
      return super.authority();
    }

    @Override
    ScheduledExecutorService timer() {
      pass(Moment.TIMER);
      return super.timer();
    }
  }
}
