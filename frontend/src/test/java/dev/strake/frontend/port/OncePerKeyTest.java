package dev.strake.frontend.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OncePerKeyTest {

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  @Timeout(60)
  void manyThreadsAskOnce() throws Exception {
    CountDownLatch all = new CountDownLatch(8);
    OncePerKey<String, String> answers =
        new OncePerKey<>(
            key -> {
              asked.incrementAndGet();
              return key + "!";
            });
    List<Future<String>> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        found.add(
            threads.submit(
                () -> {
                  all.countDown();
                  all.await();
                  return answers.get("a");
                }));
      }
      for (Future<String> each : found) {
        assertThat(each.get()).isEqualTo("a!");
      }
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void aFailureIsAnAnswerToo() {
    OncePerKey<String, String> answers =
        new OncePerKey<>(
            key -> {
              throw new GatewayException(GatewayException.Kind.UNKNOWN, key + asked.incrementAndGet());
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> answers.get("a")).isInstanceOf(GatewayException.class).hasMessage("a1");
    }
  }

  @Test
  @Timeout(60)
  void whoAsksAnotherQuestionDoesNotWait() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    OncePerKey<Integer, Boolean> answers =
        new OncePerKey<>(
            key -> {
              if (key == 0) {
                begun.countDown();
              }
              try {
                return key != 0 || other.await(30, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> slow = threads.submit(() -> answers.get(0));
      begun.await();
      // As many as there can be bins in a small map, so that one of them is the slow one's.
      for (int key = 1; key <= 64; key++) {
        assertThat(answers.get(key)).isTrue();
      }
      other.countDown();
      assertThat(slow.get()).isTrue();
    }
  }
}
