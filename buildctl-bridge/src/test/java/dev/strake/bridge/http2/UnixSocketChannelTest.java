package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One connection after the other: the peer here is the test, frame by frame. */
@Timeout(60)
class UnixSocketChannelTest {

  @TempDir Path folder;
  private ServerSocketChannel listening;
  private UnixSocketChannel channel;

  @BeforeEach
  void listen() throws IOException {
    Path socket = folder.resolve("socket");
    listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    channel = UnixSocketChannel.to(socket, 1 << 20, Thread::startVirtualThread);
  }

  @AfterEach
  void close() throws IOException {
    channel.close();
    listening.close();
  }

  @Test
  void closingEndsTheCallsOfAConnectionThatIsGoingAway() throws Exception {
    Future<byte[]> first = call();
    try (SocketChannel old = listening.accept()) {
      FrameReader reader = readerUpToHeaders(old);
      goAway(old, 1);
      awaitNoMoreCallsOnIt();
      Future<byte[]> second = call();
      try (SocketChannel young = listening.accept()) {
        readerUpToHeaders(young);
        assertThat(channel.connections()).isEqualTo(2);
        channel.close();
        assertThat(statusOf(first).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(statusOf(second).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(readUntil(reader, Frame.GOAWAY)).isNotNull();
        assertThat(reader.next()).isNull();
      }
    }
    awaitConnections(0);
  }

  @Test
  void aCallThatThePeerHasNotLookedAtGoesOverTheNextConnection() throws Exception {
    Future<byte[]> call = call();
    try (SocketChannel old = listening.accept()) {
      readerUpToHeaders(old);
      goAway(old, 0);
      try (SocketChannel young = listening.accept()) {
        readerUpToHeaders(young);
        assertThat(call.isDone()).isFalse();
      }
    }
  }

  @Test
  void connectionsThatHaveEndedAreForgotten() throws Exception {
    for (int i = 0; i < 3; i++) {
      Future<byte[]> call = call();
      listening.accept().close();
      assertThat(statusOf(call).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }
    awaitConnections(0);
  }

  @Test
  void aClosedChannelConnectsNoMore() throws Exception {
    channel.close();
    assertThat(channel.connection().closedWith()).isNotNull();
    assertThat(statusOf(call()).getDescription()).isEqualTo("the channel is closed");
    assertThat(channel.isConnected()).isFalse();
  }

  @Test
  void whoeverBreaksTheRulesIsToldBeforeTheConnectionIsClosed() throws Exception {
    Future<byte[]> call = call();
    try (SocketChannel peer = listening.accept()) {
      peer.write(Frame.ofInt(Frame.WINDOW_UPDATE, 0, 0));
      assertThat(statusOf(call).getCode()).isEqualTo(Status.Code.INTERNAL);
      assertThat(readUntil(readerUpToHeaders(peer), Frame.GOAWAY)).isNotNull();
    }
  }

  private Future<byte[]> call() {
    return ClientCalls.futureUnaryCall(channel.newCall(EchoServer.ECHO, CallOptions.DEFAULT), new byte[0]);
  }

  private static FrameReader readerUpToHeaders(SocketChannel peer) throws IOException {
    ByteBuffer preface = ByteBuffer.allocate(Frame.PREFACE.length);
    while (preface.hasRemaining()) {
      peer.read(preface);
    }
    FrameReader reader = new FrameReader(peer);
    assertThat(readUntil(reader, Frame.HEADERS)).isNotNull();
    return reader;
  }

  private static Frame readUntil(FrameReader reader, int type) throws IOException {
    Frame frame = reader.next();
    while (frame != null && frame.type() != type) {
      frame = reader.next();
    }
    return frame;
  }

  private static void goAway(SocketChannel peer, int lastStream) throws IOException {
    peer.write(Frame.encode(Frame.SETTINGS, 0, 0, new byte[0]));
    peer.write(Frame.encode(Frame.GOAWAY, 0, 0, ByteBuffer.allocate(8).putInt(lastStream).putInt(0).array()));
  }

  private void awaitNoMoreCallsOnIt() throws InterruptedException {
    while (channel.isConnected()) {
      Thread.sleep(5);
    }
  }

  private void awaitConnections(int count) throws InterruptedException {
    while (channel.connections() != count) {
      Thread.sleep(5);
    }
  }

  private static Status statusOf(Future<byte[]> call) throws Exception {
    try {
      call.get(20, TimeUnit.SECONDS);
      throw new AssertionError("the call succeeded");
    } catch (ExecutionException e) {
      return ((StatusRuntimeException) e.getCause()).getStatus();
    }
  }
}
