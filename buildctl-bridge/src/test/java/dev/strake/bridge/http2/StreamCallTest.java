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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call, frame by frame: what happens at which moment is the test's to say. */
class StreamCallTest {

  private static final Header[] ANSWER =
      {new Header(":status", "200"), new Header("content-type", "application/grpc")};

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

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
  void aListenerThatFailsEndsItsCall(Class<? extends Throwable> failure) throws Exception {
    answers.onHeaders = failure.getConstructor(String.class).newInstance("of the test");
    start(CallOptions.DEFAULT);
    connection.headers(1, List.of(ANSWER), false);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.CANCELLED);
    assertThat(answers.status.getCause()).hasMessage("of the test");
    assertThat(sent.types).containsExactly(Frame.HEADERS, Frame.RST_STREAM);
  }

  @Test
  void aListenerThatFailsWhenItMaySendMoreEndsItsCall() throws Exception {
    answers.onReady = new IllegalStateException("of the test");
    ClientCall<byte[], byte[]> call = start(CallOptions.DEFAULT);
    call.sendMessage(new byte[100_000]);
    connection.windowUpdate(null, 1 << 20);
    connection.windowUpdate(connection.stream(1), 1 << 20);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.CANCELLED);
    assertThat(sent.types).endsWith(Frame.RST_STREAM);
  }

  @Test
  void fieldsWithOddNamesDoNoHarm() throws Exception {
    ClientCall<byte[], byte[]> call = start(CallOptions.DEFAULT);
    call.request(1);
    List<Header> odd = new ArrayList<>(List.of(ANSWER));
    odd.add(new Header("x!y", "1"));
    odd.add(new Header("X", "2"));
    connection.headers(1, odd, false);
    connection.headers(1, List.of(new Header("grpc-status", "5"), new Header("", ""), new Header("+-bin", "AA")), true);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.NOT_FOUND);
  }

  @Test
  void aCallWhoseExecutorIsShutDownKeepsNobodyElseFromHearing() {
    ExecutorService shut = Executors.newSingleThreadExecutor();
    channel.newCall(EchoServer.ECHO, CallOptions.DEFAULT.withExecutor(shut)).start(new Answers(), new Metadata());
    start(CallOptions.DEFAULT);
    shut.shutdownNow();
    connection.fail(Status.UNAVAILABLE);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private ClientCall<byte[], byte[]> start(CallOptions options) {
    ClientCall<byte[], byte[]> call = channel.newCall(EchoServer.ECHO, options);
    call.start(answers, new Metadata());
    return call;
  }

  /** Keeps what comes, and throws where it is told to. */
  private static final class Answers extends ClientCall.Listener<byte[]> {
    final List<byte[]> messages = new ArrayList<>();
    Status status = Status.UNKNOWN.withDescription("still running");
    Throwable onHeaders;
    Throwable onReady;

    @Override
    public void onHeaders(Metadata headers) {
      raise(onHeaders);
    }

    @Override
    public void onReady() {
      raise(onReady);
    }

    @Override
    public void onMessage(byte[] message) {
      messages.add(message);
    }

    @Override
    public void onClose(Status told, Metadata trailers) {
      status = told;
    }

    private static void raise(Throwable what) {
      switch (what) {
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> { }
      }
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
