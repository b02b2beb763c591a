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
import java.util.Map;
import java.util.concurrent.CountDownLatch;
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
  private final SentFrames sentNext = new SentFrames();
  private final ClientConnection next = new ClientConnection(sentNext);
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

  @Test
  void aCallThatThePeerHasNotLookedAtIsMadeAgainOnTheNextConnection() throws Exception {
    ask(3);
    connection.goAway(0, "");
    requireAskedAgain(3);
    answer(next, 1);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.OK);
  }

  @Test
  void aCallThatIsMadeAgainMaySendMoreWhereThereIsRoom() throws Exception {
    channel.thenOn(next);
    next.settings(Map.of(Setting.INITIAL_WINDOW_SIZE, 1 << 20));
    next.windowUpdate(null, 1 << 20);
    ClientCall<byte[], byte[]> call = start(CallOptions.DEFAULT);
    call.sendMessage(new byte[200_000]);
    assertThat(call.isReady()).isFalse();
    connection.goAway(0, "");
    assertThat(call.isReady()).isTrue();
    assertThat(answers.isReady.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aCallThatMeetsAConnectionWhichIsGoingAwayIsMadeOnTheNext() throws Exception {
    connection.goAway(0, "");
    ask(3);
    requireAskedAgain(3);
  }

  @Test
  void aRefusedCallIsMadeAgainOnce() throws Exception {
    ask(3);
    connection.wasReset(connection.stream(1), ErrorCode.REFUSED_STREAM);
    requireAskedAgain(3);
    next.wasReset(next.stream(1), ErrorCode.REFUSED_STREAM);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(sentNext.types).containsOnlyOnce(Frame.HEADERS);
  }

  @Test
  void aCallThatThePeerMayHaveLookedAtIsNotMadeAgain() throws Exception {
    ask(3);
    connection.goAway(1, "");
    connection.fail(Status.UNAVAILABLE);
    assertThat(answers.status.getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(sentNext.types).isEmpty();
  }

  @Test
  void aCallThatIsAnsweredOrTooLargeIsNotMadeAgain() throws Exception {
    ask(1 << 20);
    ask(3);
    connection.headers(3, List.of(ANSWER), false);
    connection.goAway(0, "");
    assertThat(answers.ends).isEqualTo(2);
    assertThat(sentNext.types).isEmpty();
  }

  @Test
  void aCallThatWasCancelledIsNotMadeAgain() throws Exception {
    ClientCall<byte[], byte[]> call = ask(3);
    Stream opened = connection.stream(1);
    call.cancel("no more wanted", null);
    opened.listener().onUnprocessed(Status.UNAVAILABLE);
    assertThat(answers.ends).isEqualTo(1);
    assertThat(sentNext.types).isEmpty();
  }

  private ClientCall<byte[], byte[]> ask(int length) {
    channel.thenOn(next);
    ClientCall<byte[], byte[]> call = start(CallOptions.DEFAULT);
    call.request(2);
    call.sendMessage(new byte[length]);
    call.halfClose();
    return call;
  }

  private void requireAskedAgain(int length) {
    assertThat(sentNext.types).startsWith(Frame.HEADERS, Frame.DATA);
    assertThat(sentNext.dataBytes).isEqualTo(5 + length);
    assertThat(sentNext.ends).isEqualTo(1);
    assertThat(answers.ends).isZero();
  }

  private static void answer(ClientConnection to, int id) throws Exception {
    to.headers(id, List.of(ANSWER), false);
    to.stream(id).listener().onData(new byte[5], false);
    to.headers(id, List.of(new Header("grpc-status", "0")), true);
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
    int ends;
    final CountDownLatch isReady = new CountDownLatch(1);
    Throwable onHeaders;
    Throwable onReady;

    @Override
    public void onHeaders(Metadata headers) {
      raise(onHeaders);
    }

    @Override
    public void onReady() {
      isReady.countDown();
      raise(onReady);
    }

    @Override
    public void onMessage(byte[] message) {
      messages.add(message);
    }

    @Override
    public void onClose(Status told, Metadata trailers) {
      status = told;
      ends++;
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
    private final ClientConnection first;
    private ClientConnection next;
    private boolean used;
    private Moment moment;
    private Runnable action = () -> {};

    TestChannel(ClientConnection first) {
      super(1 << 20, Runnable::run);
      this.first = first;
    }

    /** Where calls are made again. */
    void thenOn(ClientConnection second) {
      next = second;
      used = false;
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
      boolean again = used && next != null;
      used = true;
      return again ? next : first;
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
