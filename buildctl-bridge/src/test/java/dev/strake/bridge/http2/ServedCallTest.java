package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that a peer makes, frame by frame. */
class ServedCallTest {

  private final SentFrames sent = new SentFrames();

  @Test
  void aServiceThatFailsWithAnErrorEndsItsCall() throws Exception {
    ServerConnection connection = new ServerConnection(sent, ServedCallTest::failing);
    connection.headers(1, List.of(), false);
    assertThat(sent.types).containsExactly(Frame.HEADERS, Frame.RST_STREAM);
    assertThat(connection.streamCount()).isZero();
  }

  private static StreamListener failing(Stream stream, List<Header> headers) {
    ServedCall<byte[], byte[]> call = new ServedCall<>(stream, EchoServer.ECHO, 1 << 20, Runnable::run);
    call.start(
        (served, metadata) -> {
          throw new StackOverflowError("of the test");
        },
        new Metadata());
    return call;
  }
}
