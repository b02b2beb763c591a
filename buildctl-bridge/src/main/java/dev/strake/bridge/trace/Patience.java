package dev.strake.bridge.trace;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a receiver of spans is waited for, and whether it is asked again. */
final class Patience {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final double GROWTH = 1.5;

  private final Duration whole;
  private final Duration pause;

  private Patience(Duration whole, Duration pause) {
    this.whole = whole;
    this.pause = pause;
  }

  static Patience once(Duration whole) {
    // Any pause would be longer. Multiplying it would have the JDK start its decimal numbers, for 25 ms.
    return new Patience(whole, whole.plus(whole));
  }

  /** With pauses between the attempts that grow, and are another for each client. */
  static Patience again(Duration whole) {
    return of(whole, FIRST_PAUSE);
  }

  /** The same, with another first pause. */
  static Patience of(Duration whole, Duration pause) {
    return new Patience(whole, pause);
  }

  /** One try. */
  interface Attempt {
    /** Whether there is nothing more to be done. */
    boolean isOver(Duration left) throws InterruptedException;
  }

  void attempt(Attempt attempt) throws InterruptedException {
    long end = System.nanoTime() + whole.toNanos();
    double next = pause.toNanos();
    while (!attempt.isOver(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
      long wait = (long) (next * (0.5 + ThreadLocalRandom.current().nextDouble()));
      if (System.nanoTime() + wait - end >= 0) {
        return;
      }
      Thread.sleep(Duration.ofNanos(wait));
      next *= GROWTH;
    }
  }
}
