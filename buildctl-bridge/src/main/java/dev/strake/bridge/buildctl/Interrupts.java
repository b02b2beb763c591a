package dev.strake.bridge.buildctl;

import dev.strake.bridge.host.Signals;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a command end by itself, with its own exit code, when Ctrl-C or another program asks it to; who asks three times
 * gets an end at once.
 */
final class Interrupts implements AutoCloseable {

  private static final List<String> SIGNALS = List.of("INT", "TERM");
  private static final int PATIENCE = 3;

  private final Signals.Registration registration;

  private Interrupts(Signals.Registration registration) {
    this.registration = registration;
  }

  /** Has {@code action} run the first time, until this is closed. */
  static Interrupts first(Runnable action) {
    AtomicInteger times = new AtomicInteger();
    return new Interrupts(
        Signals.on(
            SIGNALS,
            () -> {
              int time = times.incrementAndGet();
              if (time == 1) {
                action.run();
              } else if (time == PATIENCE) {
                Runtime.getRuntime().halt(1);
              }
            }));
  }

  @Override
  public void close() {
    registration.close();
  }
}
