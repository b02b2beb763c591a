package dev.strake.bridge.buildctl;

import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Lets a command end by itself, with its own exit code, when Ctrl-C or another program asks it to; who asks three times
 * gets an end at once.
 */
final class Interrupts implements AutoCloseable {

  private static final Signal CTRL_C = new Signal("INT");
  private static final Signal TERMINATE = new Signal("TERM");
  private static final int PATIENCE = 3;

  private final SignalHandler ctrlCBefore;
  private final SignalHandler terminateBefore;

  private Interrupts(SignalHandler handler) {
    ctrlCBefore = Signal.handle(CTRL_C, handler);
    terminateBefore = Signal.handle(TERMINATE, handler);
  }

  /** Has {@code action} run the first time, until this is closed. */
  static Interrupts first(Runnable action) {
    AtomicInteger times = new AtomicInteger();
    return new Interrupts(
        signal -> {
          int time = times.incrementAndGet();
          if (time == 1) {
            action.run();
          } else if (time == PATIENCE) {
            Runtime.getRuntime().halt(1);
          }
        });
  }

  @Override
  public void close() {
    Signal.handle(CTRL_C, ctrlCBefore);
    Signal.handle(TERMINATE, terminateBefore);
  }
}
