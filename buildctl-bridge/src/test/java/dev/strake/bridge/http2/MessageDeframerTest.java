package dev.strake.bridge.http2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Messages out of parts of a body. */
class MessageDeframerTest {

  private static final int LIMIT = 256 << 20;

  private final MessageDeframer deframer = new MessageDeframer(LIMIT);

  @Test
  void whatIsOnlyAnnouncedTakesNoRoom() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    deframer.add(head(LIMIT));
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThat(deframer.next()).isNull();
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void messagesGrowWithTheirParts() {
    byte[] part = new byte[10_000];
    deframer.add(head(3 * part.length));
    assertThat(deframer.next()).isNull();
    for (int i = 1; i <= 3; i++) {
      Arrays.fill(part, (byte) i);
      deframer.add(part.clone());
      if (i < 3) {
        assertThat(deframer.next()).isNull();
      }
    }
    byte[] message = deframer.next();
    assertThat(message).hasSize(30_000).startsWith(1).endsWith(3);
    assertThat(deframer.isBetweenMessages()).isTrue();
  }

  private static byte[] head(int length) {
    return ByteBuffer.allocate(5).put((byte) 0).putInt(length).array();
  }
}
