package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the channel does with a peer that breaks the rules, or is slow: the peer here is the test, frame by frame. */
@Timeout(60)
class HostilePeerTest {

  private Pipe toPeer;
  private Pipe fromPeer;
  private PipeChannel channel;

  @BeforeEach
  void connect() throws IOException {
    toPeer = Pipe.open();
    fromPeer = Pipe.open();
    channel = PipeChannel.over(fromPeer.source(), toPeer.sink(), Thread::startVirtualThread);
  }

  @AfterEach
  void close() throws IOException {
    toPeer.source().close();
    channel.close();
  }

  private Future<byte[]> start(byte[] request) {
    return ClientCalls.futureUnaryCall(channel.newCall(EchoServer.ECHO, CallOptions.DEFAULT), request);
  }

  private void send(ByteBuffer... frames) throws IOException {
    for (ByteBuffer frame : frames) {
      while (frame.hasRemaining()) {
        fromPeer.sink().write(frame);
      }
    }
  }

  /** Reads this side's frames up to one of this type. */
  private Frame readUntil(FrameReader reader, int type) throws IOException {
    while (true) {
      Frame frame = reader.next();
      if (frame == null || frame.type() == type) {
        return frame;
      }
    }
  }

  private FrameReader afterPreface() throws IOException {
    byte[] preface = Channels.newInputStream(toPeer.source()).readNBytes(Frame.PREFACE.length);
    assertThat(preface).isEqualTo(Frame.PREFACE);
    return new FrameReader(toPeer.source());
  }

  private static Status statusOf(Future<byte[]> call) throws Exception {
    try {
      call.get(20, TimeUnit.SECONDS);
      throw new AssertionError("the call succeeded");
    } catch (ExecutionException e) {
      return ((StatusRuntimeException) e.getCause()).getStatus();
    }
  }

  private static ByteBuffer headers(int stream, int flags, Header... headers) {
    return Frame.encode(Frame.HEADERS, flags | Frame.END_HEADERS, stream, HpackEncoder.encode(List.of(headers)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, INTERNAL", "2, INTERNAL", "3, INTERNAL", "8, CANCELLED", "11, RESOURCE_EXHAUSTED",
  })
  void aResetStreamEndsItsCallOnly(int errorCode, Status.Code code) throws Exception {
    Future<byte[]> reset = start(new byte[0]);
    Future<byte[]> other = start(new byte[0]);
    send(Frame.encode(Frame.SETTINGS, 0, 0, new byte[0]), Frame.ofInt(Frame.RST_STREAM, 1, errorCode));
    assertThat(statusOf(reset).getCode()).isEqualTo(code);
    assertThat(other.isDone()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DATA on a stream that was never opened, 000001 00 00 00000007 00, was never opened",
    "a push, 000004 05 04 00000001 00000002, pushes",
    "a frame that is too large, 004001 00 00 00000001, larger than agreed on",
    "a window update of nothing, 000004 08 00 00000001 00000000, update of nothing",
    "a window that overflows, 000004 08 00 00000001 7fffffff, larger than allowed",
    "CONTINUATION alone, 000000 09 04 00000001, without HEADERS",
    "a header block broken off, 000000 01 00 00000001 000000 00 00 00000001, broken off",
    "padding beyond the frame, 000002 00 08 00000001 0500, more padding than payload",
    "a largest frame that is too small, 000006 04 00 00000000 0005 00003fff, smaller or larger than allowed",
    "a largest frame that is too large, 000006 04 00 00000000 0005 01000000, smaller or larger than allowed",
    "a largest frame of 32 bits, 000006 04 00 00000000 0005 ffffffff, smaller or larger than allowed",
    "SETTINGS of a wrong size, 000003 04 00 00000000 000000, wrong size",
    "a bad header block, 000001 01 04 00000001 80, no header field",
    "PING of a wrong size, 000001 06 00 00000000 00, wrong size",
  })
  void whoeverBreaksTheRulesIsToldToGoAway(String what, String bytes, String message) throws Exception {
    Future<byte[]> call = start(new byte[0]);
    send(ByteBuffer.wrap(java.util.HexFormat.of().parseHex(bytes.replace(" ", ""))));
    Status status = statusOf(call);
    assertThat(status.getCode()).as(what).isEqualTo(Status.Code.INTERNAL);
    assertThat(status.getDescription()).contains(message);
    assertThat(readUntil(afterPreface(), Frame.GOAWAY)).isNotNull();
  }

  @Test
  void unknownFramesAndPrioritiesAreIgnored() throws Exception {
    Future<byte[]> call = start(new byte[0]);
    send(
        Frame.encode(0xfa, 0xff, 9, new byte[3]),
        Frame.encode(Frame.PRIORITY, 0, 1, new byte[5]),
        headers(1, 0, new Header(":status", "200"), new Header("content-type", "application/grpc")),
        Frame.encode(Frame.DATA, 0, 1, new byte[] {0, 0, 0, 0, 1, 42}),
        headers(1, Frame.END_STREAM, new Header("grpc-status", "0")));
    assertThat(call.get(20, TimeUnit.SECONDS)).containsExactly(42);
  }

  @Test
  void anAnswerInSingleBytesAndPaddedFramesIsPutTogether() throws Exception {
    Future<byte[]> call = start(new byte[0]);
    send(headers(1, 0, new Header(":status", "200"), new Header("content-type", "application/grpc")));
    for (byte each : new byte[] {0, 0, 0, 0, 2, 4, 2}) {
      send(Frame.encode(Frame.DATA, Frame.PADDED, 1, new byte[] {3, each, 0, 0, 0}));
    }
    send(headers(1, Frame.END_STREAM, new Header("grpc-status", "0")));
    assertThat(call.get(20, TimeUnit.SECONDS)).containsExactly(4, 2);
  }

  @Test
  void anAnswerThatIsNotGrpcSaysSo() throws Exception {
    Future<byte[]> call = start(new byte[0]);
    send(headers(1, 0, new Header(":status", "502"), new Header("content-type", "text/html")));
    assertThat(statusOf(call).getDescription()).contains("HTTP status 502").contains("text/html");
  }

  @Test
  void aMessageThatIsCompressedOrBrokenOffIsRefused() throws Exception {
    Future<byte[]> compressed = start(new byte[0]);
    Future<byte[]> cut = start(new byte[0]);
    Header[] ok = {new Header(":status", "200"), new Header("content-type", "application/grpc")};
    send(headers(1, 0, ok), Frame.encode(Frame.DATA, 0, 1, new byte[] {1, 0, 0, 0, 0}));
    assertThat(statusOf(compressed).getDescription()).contains("compressed");
    send(headers(3, 0, ok), Frame.encode(Frame.DATA, 0, 3, new byte[] {0, 0, 0, 0, 9, 1}));
    send(headers(3, Frame.END_STREAM, new Header("grpc-status", "0")));
    assertThat(statusOf(cut).getDescription()).contains("inside a message");
  }

  @Test
  void streamsBehindTheLastOneOfGoAwayAreOver() throws Exception {
    Future<byte[]> first = start(new byte[0]);
    Future<byte[]> second = start(new byte[0]);
    send(Frame.encode(Frame.GOAWAY, 0, 0, ByteBuffer.allocate(11).putInt(1).putInt(0).put("bye".getBytes()).array()));
    assertThat(statusOf(second).getDescription()).contains("going away").contains("bye");
    assertThat(first.isDone()).isFalse();
    assertThat(statusOf(start(new byte[0])).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void aPeerThatClosesInTheMiddleOfAFrameEndsTheCall() throws Exception {
    Future<byte[]> call = start(new byte[0]);
    send(ByteBuffer.wrap(new byte[] {0, 0, 9, 0}));
    fromPeer.sink().close();
    assertThat(statusOf(call).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void nothingGoesBeyondTheWindowsOfASlowReader() throws Exception {
    Future<byte[]> call = start(new byte[200_000]);
    FrameReader reader = afterPreface();
    int received = 0;
    while (received < 65_535) {
      received += readUntil(reader, Frame.DATA).payload().length;
    }
    assertThat(received).isEqualTo(65_535);
    // The connection's window alone does not help while the stream's is closed, nor the other way round.
    send(Frame.ofInt(Frame.WINDOW_UPDATE, 0, 1_000_000), Frame.ofInt(Frame.WINDOW_UPDATE, 1, 10));
    assertThat(readUntil(reader, Frame.DATA).payload()).hasSize(10);
    send(Frame.ofInt(Frame.WINDOW_UPDATE, 1, 1_000_000));
    received += 10;
    Frame last;
    do {
      last = readUntil(reader, Frame.DATA);
      received += last.payload().length;
    } while (!last.has(Frame.END_STREAM));
    assertThat(received).isEqualTo(200_005);
    assertThat(call.isDone()).isFalse();
  }

  @Test
  void aPeerThatPingsAndNeverReadsIsGivenUp() throws Exception {
    Future<byte[]> call = start(new byte[0]);
    ByteBuffer ping = Frame.encode(Frame.PING, 0, 0, new byte[8]);
    try {
      for (int i = 0; i < 1_000_000; i++) {
        send(ping.duplicate());
      }
    } catch (IOException e) {
      // It was told off, and nobody reads any more.
    }
    assertThat(statusOf(call).getDescription()).contains("does not read");
  }
}
