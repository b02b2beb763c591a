package dev.strake.frontend.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks for several things at a time, and gives the answers in the order of the questions. */
final class InParallel {

  private InParallel() {}

  /** Applies {@code question} to each; blocks until all answers are there. */
  static <T, R> List<R> map(List<T> subjects, Function<T, R> question) {
    if (subjects.size() < 2) {
      return subjects.stream().map(question).toList();
    }
    List<R> answers = new ArrayList<>(subjects.size());
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<R>> open = new ArrayList<>(subjects.size());
      for (T subject : subjects) {
        open.add(pool.submit(() -> question.apply(subject)));
      }
      for (Future<R> answer : open) {
        answers.add(answer.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the daemon", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
    }
    return answers;
  }
}
