package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.CommandException;
import dev.strake.bridge.control.DaemonCall;
import dev.strake.bridge.error.DaemonException;
import dev.strake.bridge.error.DaemonException.Kind;
import dev.strake.bridge.error.GrpcErrors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls to the daemon as commands make them. */
final class Calls {

  private Calls() {}

  /** Makes a call, and names what was being done in front of its errors. */
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

  /**
   * The same for a call whose answer is a stream, where the reference leaves gRPC's errors as they come. That nobody
   * answers is told plainly.
   */
  static <T extends @Nullable Object> T awaitStream(DaemonCall<T> call) throws InterruptedException {
    try {
      return await(call);
    } catch (DaemonException e) {
      if (e.kind() == Kind.UNAVAILABLE || e.kind() == Kind.TIMEOUT) {
        throw e;
      }
      throw GrpcErrors.asGoPrints(e).<RuntimeException>map(CommandException::new).orElse(e);
    }
  }
}
