package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server against a client that is not this package's: grpc-netty, or frames that break the rules. */
@Timeout(60)
class TunnelServerTest {

  private EchoServer server;
  private ManagedChannel channel;

  @BeforeEach
  void connect() throws Exception {
    server = new EchoServer(EchoServer.Kind.OWN, Integer.MAX_VALUE);
    channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().maxInboundMessageSize(64 << 20).build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    server.close();
  }

  private byte[] echo(byte[] request) {
    return EchoServer.call(channel, EchoServer.ECHO, CallOptions.DEFAULT, request);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @Test
  void answersComeBack() {
    for (int length : new int[] {0, 1, 16_379, 16_384, 70_000, 3_000_000}) {
      assertThat(echo(random(length))).as("%d bytes", length).isEqualTo(random(length));
    }
  }

  @Test
  void aFailureKeepsItsCodeItsTextAndItsTrailers() {
    assertThatThrownBy(() -> EchoServer.call(channel, EchoServer.FAIL, CallOptions.DEFAULT, new byte[] {1, 2, 3}))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
              assertThat(e.getStatus().getDescription()).isEqualTo("no such thing: 100% größer\n\"x\"");
              assertThat(e.getTrailers().get(EchoServer.BINARY)).containsExactly(1, 2, 3);
            });
  }

  @Test
  void aMethodThatThereIsNotIsUnimplemented() {
    MethodDescriptor<byte[], byte[]> none =
        EchoServer.ECHO.toBuilder().setFullMethodName("strake.test.Echo/None").build();
    assertThatThrownBy(() -> EchoServer.call(channel, none, CallOptions.DEFAULT, new byte[0]))
        .hasMessage("UNIMPLEMENTED: unknown method /strake.test.Echo/None");
  }

  @Test
  void aMessageOverTheLimitIsRefused() {
    assertThatThrownBy(() -> echo(new byte[SocketTunnel.MAX_MESSAGE_BYTES + 1])).hasMessageContaining("RESOURCE_EXHAUSTED");
    assertThat(echo(new byte[] {9})).as("the connection goes on").containsExactly(9);
  }

  @Test
  void aCancelledCallIsCancelledHere() throws Exception {
    Future<byte[]> call =
        ClientCalls.futureUnaryCall(channel.newCall(EchoServer.HANG, CallOptions.DEFAULT), new byte[0]);
    assertThat(server.hanging.await(10, TimeUnit.SECONDS)).isTrue();
    call.cancel(true);
    server.cancelled.get(10, TimeUnit.SECONDS);
  }

  @Test
  void aStreamOfAThousandComesThrough() {
    Iterator<byte[]> answers =
        ClientCalls.blockingServerStreamingCall(channel, EchoServer.MANY, CallOptions.DEFAULT, random(20_000));
    int count = 0;
    while (answers.hasNext()) {
      assertThat(answers.next()).isEqualTo(random(20_000));
      count++;
    }
    assertThat(count).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "no preface, 474554202f20485454502f312e310d0a0d0a, 1",
    "DATA before HEADERS, 000001 00 00 00000007 00, 1",
    "a stream of the server's, 000000 01 04 00000002, 1",
    "a bad header block, 000001 01 04 00000001 80, 9",
  })
  void whoeverBreaksTheRulesIsToldToGoAway(String what, String bytes, int code) throws Exception {
    byte[] sent = HexFormat.of().parseHex(bytes.replace(" ", ""));
    try (SocketChannel socket = server.connect()) {
      if (!what.equals("no preface")) {
        socket.write(ByteBuffer.wrap(Frame.PREFACE));
      }
      socket.write(ByteBuffer.wrap(sent));
      FrameReader reader = new FrameReader(socket);
      Frame frame = reader.next();
      while (frame != null && frame.type() != Frame.GOAWAY) {
        frame = reader.next();
      }
      assertThat(frame).as(what).isNotNull();
      assertThat(ByteBuffer.wrap(frame.payload()).getInt(4)).as(what).isEqualTo(code);
    }
  }
}
