package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What must hold of every channel to every server. */
abstract class CallTests {

  abstract Channel channel();

  abstract EchoServer server();

  final byte[] echo(byte[] request) {
    return EchoServer.call(channel(), EchoServer.ECHO, CallOptions.DEFAULT, request);
  }

  static byte[] random(int length) {
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
    assertThatThrownBy(() -> EchoServer.call(channel(), EchoServer.FAIL, CallOptions.DEFAULT, new byte[] {1, 2, 3}))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> {
              assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND);
              assertThat(e.getStatus().getDescription()).isEqualTo("no such thing: 100% größer\n\"x\"");
              assertThat(e.getTrailers().get(EchoServer.BINARY)).containsExactly(1, 2, 3);
            });
    assertThat(echo(new byte[] {9})).as("the connection goes on").containsExactly(9);
  }

  @Test
  void aCancelledCallIsCancelledOnTheOtherSide() throws Exception {
    Future<byte[]> call =
        ClientCalls.futureUnaryCall(channel().newCall(EchoServer.HANG, CallOptions.DEFAULT), new byte[0]);
    assertThat(server().hanging.await(10, TimeUnit.SECONDS)).isTrue();
    call.cancel(true);
    server().cancelled.get(10, TimeUnit.SECONDS);
    assertThat(echo(new byte[] {9})).containsExactly(9);
  }

  @Test
  void aStreamOfAThousandComesThrough() {
    Iterator<byte[]> answers =
        ClientCalls.blockingServerStreamingCall(channel(), EchoServer.MANY, CallOptions.DEFAULT, random(20_000));
    int count = 0;
    while (answers.hasNext()) {
      assertThat(answers.next()).isEqualTo(random(20_000));
      count++;
    }
    assertThat(count).isEqualTo(1000);
  }
}
