package dev.strake.bridge.buildctl;

import dev.strake.bridge.error.DaemonException;
import java.util.function.Supplier;

/** Calls to the daemon, with what was being done in front of their errors. */
final class Calls {

  private Calls() {}

  static <T> T named(String doing, Supplier<T> call) {
    try {
      return call.get();
    } catch (DaemonException e) {
      throw e.during(doing);
    }
  }
}
