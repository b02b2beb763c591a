package dev.strake.bridge.host;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** The operating system's signals, which the JDK has no other way to hear of. */
public final class Signals {

  private Signals() {}

  /** Hears of signals until it is closed; then they do again what they did before. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Has {@code action} run, in a thread of its own, each time one of these signals comes.
   *
   * @param names without SIG, such as {@code INT}
   */
  public static Registration on(List<String> names, Runnable action) {
    Map<String, SignalHandler> before = new TreeMap<>();
    names.forEach(name -> before.put(name, Signal.handle(new Signal(name), signal -> action.run())));
    return () -> before.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
  }
}
