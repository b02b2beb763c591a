package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What waits for a peer that does not read: here, it is not even there yet. */
class FrameWriterTest {

  private static final int MANY = 20_000;

  private final CompletableFuture<IOException> failure = new CompletableFuture<>();
  private final FrameWriter writer = new FrameWriter(failure::complete);

  @Test
  void dataThatWaitsKeepsNoReplyBack() {
    for (int i = 0; i < MANY; i++) {
      writer.write(frame(), frame());
    }
    assertThat(writer.reply(frame())).isTrue();
  }

  @Test
  void repliesThatWaitAreCounted() {
    int taken = 0;
    while (taken < MANY && writer.reply(frame())) {
      taken++;
    }
    assertThat(taken).isEqualTo(10_000);
  }

  @Test
  void repliesThatAreReadCountNoMore() throws Exception {
    while (writer.reply(frame())) {
      // Up to the limit.
    }
    CompletableFuture<Void> written = new CompletableFuture<>();
    writer.start(new Sink(10_000, written));
    written.get(20, TimeUnit.SECONDS);
    assertThat(writer.reply(frame())).isTrue();
  }

  @Test
  void aChannelThatFailsInAnOddWayIsToldOf() throws Exception {
    writer.write(frame());
    writer.start(new Sink(-1, new CompletableFuture<>()));
    assertThat(failure.get(20, TimeUnit.SECONDS)).hasMessageContaining("of the test");
  }

  private static ByteBuffer frame() {
    return ByteBuffer.wrap(new byte[1]);
  }

  /** Takes bytes, and tells when it has so many; throws where that is less than none. */
  private static final class Sink implements WritableByteChannel {
    private final CompletableFuture<Void> full;
    private int left;

    Sink(int bytes, CompletableFuture<Void> full) {
      this.left = bytes;
      this.full = full;
    }

    @Override
    public int write(ByteBuffer bytes) {
      if (left < 0) {
        throw new IllegalStateException("of the test");
      }
      int length = bytes.remaining();
      bytes.position(bytes.limit());
      left -= length;
      if (left == 0) {
        full.complete(null);
      }
      return length;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
