package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server against a client that is not this package's: grpc-netty, or frames that break the rules. */
@Timeout(60)
class TunnelServerTest extends CallTests {

  private EchoServer server;
  private ManagedChannel channel;

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
    server = new EchoServer(EchoServer.Kind.OWN, Integer.MAX_VALUE);
    channel = NettyChannelBuilder.forAddress(server.address()).usePlaintext().maxInboundMessageSize(64 << 20).build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    server.close();
  }

  @Test
  void aMethodThatThereIsNotIsUnimplemented() {
    MethodDescriptor<byte[], byte[]> none =
        EchoServer.ECHO.toBuilder().setFullMethodName("strake.test.Echo/None").build();
    assertThatThrownBy(() -> EchoServer.call(channel, none, CallOptions.DEFAULT, new byte[0]))
        .hasMessage("UNIMPLEMENTED: unknown method None for service strake.test.Echo");
  }

  @Test
  void aMessageOverTheLimitIsRefused() {
    assertThatThrownBy(() -> echo(new byte[SocketTunnel.MAX_MESSAGE_BYTES + 1])).hasMessageContaining("RESOURCE_EXHAUSTED");
    assertThat(echo(new byte[] {9})).as("the connection goes on").containsExactly(9);
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
