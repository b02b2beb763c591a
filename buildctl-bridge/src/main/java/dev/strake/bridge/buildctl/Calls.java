package dev.strake.bridge.buildctl;

import dev.strake.bridge.control.DaemonCall;
import dev.strake.bridge.error.DaemonException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls to the daemon. */
final class Calls {

  private Calls() {}

  /** What a short call gives, with what was being done in front of its errors. */
  static <T> T named(String doing, Supplier<T> call) {
    try {
      return call.get();
    } catch (DaemonException e) {
      throw e.during(doing);
    }
  }

  /** Waits for a call, which Ctrl-C cancels. */
  static <T extends @Nullable Object> T await(DaemonCall<T> call) throws InterruptedException {
    try (Interrupts interrupts = Interrupts.first(call::cancel)) {
      return call.await();
    }
  }
}
