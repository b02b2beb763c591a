package dev.strake.frontend.port;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks the daemon for several things at a time, and gives the answers in the order of the questions. */
public final class InParallel {

  private InParallel() {}

  /**
   * Applies {@code question} to each; blocks until all answers are there. Once one has failed, those that nobody waits
   * for any more are interrupted, and the failure of the first in the list is thrown.
   */
  public static <T, R> List<R> map(List<T> subjects, Function<T, R> question) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    if (subjects.size() == 1) {
      return List.of(question.apply(subjects.getFirst()));
    }
    List<R> answers = new ArrayList<>(subjects.size());
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> open = new ArrayList<>(subjects.size());
      for (T subject : subjects.subList(1, subjects.size())) {
        open.add(pool.submit(() -> question.apply(subject)));
      }
      try {
        // One question needs no thread of its own: this one would only wait.
        answers.add(question.apply(subjects.getFirst()));
        for (Future<R> answer : open) {
          answers.add(answer.get());
        }
      } finally {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GatewayException(GatewayException.Kind.CANCELLED, "context canceled", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
    return answers;
  }
}
