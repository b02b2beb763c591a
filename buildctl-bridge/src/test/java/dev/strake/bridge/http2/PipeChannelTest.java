package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The channel, over two pipes, against a real peer: grpc-netty on the other end, or this package's server. */
@Timeout(60)
@ParameterizedClass
@EnumSource(EchoServer.Kind.class)
class PipeChannelTest extends CallTests {

  private static final int MAX_STREAMS = 5;

  private final EchoServer.Kind kind;
  private EchoServer server;
  private SocketChannel socket;
  private PipePair pipes;
  private PipeChannel channel;

  PipeChannelTest(EchoServer.Kind kind) {
    this.kind = kind;
  }

  @Override
  Channel channel() {
    return channel;
  }

  @Override
  EchoServer server() {
    return server;
  }

  @BeforeEach
  void connect() throws Exception {
    server = new EchoServer(kind, MAX_STREAMS);
    socket = server.connect();
    pipes = PipePair.to(socket);
    channel = PipeChannel.over(pipes.in(), pipes.out(), Thread::startVirtualThread);
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
    socket.close();
    server.close();
  }

  @Test
  void aMessageOf64MebibytesGoesBothWays() {
    assertThat(echo(random(64 << 20))).isEqualTo(random(64 << 20));
  }

  @Test
  void metadataGoesBothWaysEvenInSeveralFrames() {
    Metadata sent = new Metadata();
    sent.put(EchoServer.TEXT, "t".repeat(50_000));
    sent.put(EchoServer.BINARY, random(30_000));
    AtomicReference<Metadata> headers = new AtomicReference<>();
    AtomicReference<Metadata> trailers = new AtomicReference<>();
    var intercepted =
        ClientInterceptors.intercept(
            channel,
            MetadataUtils.newAttachHeadersInterceptor(sent),
            MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
    assertThat(EchoServer.call(intercepted, EchoServer.ECHO, CallOptions.DEFAULT, new byte[] {7})).containsExactly(7);
    assertThat(trailers.get().get(EchoServer.TEXT)).hasSize(50_000).matches("t+");
    assertThat(trailers.get().get(EchoServer.BINARY)).isEqualTo(random(30_000));
  }

  @Test
  void aDeadlineEndsTheCallOnBothSides() throws Exception {
    CallOptions soon = CallOptions.DEFAULT.withDeadlineAfter(300, TimeUnit.MILLISECONDS);
    assertThatThrownBy(() -> EchoServer.call(channel, EchoServer.HANG, soon, new byte[0]))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
    server.cancelled.get(10, TimeUnit.SECONDS);
  }

  @Test
  void moreCallsThanThePeerAllowsAtOnceWaitForTheirTurn() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < 40 * MAX_STREAMS; i++) {
        int length = 1_000 + i * 311;
        answers.add(callers.submit(() -> echo(random(length))));
      }
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(random(1_000 + i * 311));
      }
    }
  }

  @Test
  void aPeerStopsSendingWhileNothingIsAskedFor() throws Exception {
    byte[] message = random(100_000);
    List<byte[]> received = new ArrayList<>();
    CompletableFuture<Status> end = new CompletableFuture<>();
    ClientCall<byte[], byte[]> call = channel.newCall(EchoServer.MANY, CallOptions.DEFAULT);
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(byte[] each) {
            received.add(each);
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(status);
          }
        },
        new Metadata());
    call.sendMessage(message);
    call.halfClose();
    awaitNoMoreSent();
    // The window, and what grpc-netty buffers itself, but not the thousand.
    assertThat(server.sent.get()).isBetween(1, 30);
    call.request(1000);
    assertThat(end.get(30, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.OK);
    assertThat(received).hasSize(1000).allSatisfy(each -> assertThat(each).isEqualTo(message));
  }

  private void awaitNoMoreSent() throws InterruptedException {
    int before = -1;
    while (server.sent.get() == 0 || server.sent.get() != before) {
      before = server.sent.get();
      Thread.sleep(200);
    }
  }

  @Test
  void messagesStreamBothWaysAtOnce() throws Exception {
    List<Integer> lengths = new ArrayList<>();
    CompletableFuture<Void> end = new CompletableFuture<>();
    StreamObserver<byte[]> questions =
        ClientCalls.asyncBidiStreamingCall(
            channel.newCall(EchoServer.CHAT, CallOptions.DEFAULT),
            new StreamObserver<>() {
              @Override
              public void onNext(byte[] answer) {
                lengths.add(answer.length);
              }

              @Override
              public void onError(Throwable t) {
                end.completeExceptionally(t);
              }

              @Override
              public void onCompleted() {
                end.complete(null);
              }
            });
    List<Integer> sent = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sent.add(i * 37);
      questions.onNext(random(i * 37));
    }
    questions.onCompleted();
    end.get(30, TimeUnit.SECONDS);
    assertThat(lengths).isEqualTo(sent);
  }

  @Test
  void aServerThatShutsDownEndsTheCallsAndThoseThatFollow() throws Exception {
    Future<byte[]> call =
        ClientCalls.futureUnaryCall(channel.newCall(EchoServer.HANG, CallOptions.DEFAULT), new byte[0]);
    assertThat(server.hanging.await(10, TimeUnit.SECONDS)).isTrue();
    server.close();
    // It resets the streams first, and then closes.
    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasMessageMatching(".*(CANCELLED|UNAVAILABLE).*");
    assertThatThrownBy(() -> echo(new byte[0])).hasMessageContaining("UNAVAILABLE");
  }

  @Test
  void closingTheChannelEndsItsCallsAndThePipes() throws Exception {
    Future<byte[]> call =
        ClientCalls.futureUnaryCall(channel.newCall(EchoServer.HANG, CallOptions.DEFAULT), new byte[0]);
    assertThat(server.hanging.await(10, TimeUnit.SECONDS)).isTrue();
    channel.close();
    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasMessageContaining("UNAVAILABLE");
    assertThat(pipes.in().isOpen()).isFalse();
    assertThat(pipes.out().isOpen()).isFalse();
    server.cancelled.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aPeerThatIsGoneInTheMiddleOfACallEndsIt() throws Exception {
    Future<byte[]> call =
        ClientCalls.futureUnaryCall(channel.newCall(EchoServer.HANG, CallOptions.DEFAULT), new byte[0]);
    assertThat(server.hanging.await(10, TimeUnit.SECONDS)).isTrue();
    socket.close();
    assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
        .hasMessageContaining("UNAVAILABLE: the peer closed the connection");
    assertThatThrownBy(() -> echo(new byte[0])).hasMessageContaining("UNAVAILABLE");
  }
}
