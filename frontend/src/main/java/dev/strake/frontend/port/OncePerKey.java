package dev.strake.frontend.port;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * The answers to questions that may take long: each is asked once, by the first thread that wants to know, and a
 * failure is an answer, too. Who asks another question does not wait. Thread-safe.
 */
public final class OncePerKey<K, V> {

  private final Map<K, FutureTask<V>> answers = new ConcurrentHashMap<>();
  private final Function<K, V> question;

  public OncePerKey(Function<K, V> question) {
    this.question = question;
  }

  /**
   * The answer; throws what the question threw.
   *
   * @throws GatewayException when the thread is interrupted while another one asks
   */
  public V get(K key) {
    FutureTask<V> answer = answers.computeIfAbsent(key, asked -> new FutureTask<>(() -> question.apply(asked)));
    answer.run();
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException(GatewayException.Kind.CANCELLED, "context canceled", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
    }
  }
}
