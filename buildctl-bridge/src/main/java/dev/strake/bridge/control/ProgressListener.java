package dev.strake.bridge.control;

import java.util.List;
import java.util.function.Consumer;

/**
 * Hears of a build's progress.
 *
 * <p>Called from one thread at a time, in the daemon's order; the last call returns before the build's result is
 * there. A listener that is slow holds back the progress, not the build; one that throws hears nothing more.
 *
 * <pre>{@code
 * ProgressListener listener = events -> events.forEach(event -> System.err.println(event));
 * client.solve(spec, listener.withNotices(System.err::println)).await();
 * }</pre>
 */
@FunctionalInterface
public interface ProgressListener {

  /** What the daemon told in one message: steps first, then parts of steps, output, and warnings. */
  void onProgress(List<ProgressEvent> events);

  /**
   * Something that a user ought to know and the daemon cannot tell, such as that a local cache was not there.
   *
   * @param line one line, without end
   */
  default void onNotice(String line) {}

  /** A notice of something that has failed, and why. */
  default void onFailure(String line, String reason) {
    onNotice(line + ": " + reason);
  }

  /**
   * What this side does that is of interest only to who looks for faults in it.
   *
   * @param line one line, without end
   */
  default void onDetail(String line) {}

  /** The same listener, with somebody else to hear the notices. */
  default ProgressListener withNotices(Consumer<String> hearer) {
    ProgressListener events = this;
    return new ProgressListener() {
      @Override
      public void onProgress(List<ProgressEvent> told) {
        events.onProgress(told);
      }

      @Override
      public void onNotice(String line) {
        hearer.accept(line);
      }

      @Override
      public void onDetail(String line) {
        events.onDetail(line);
      }
    };
  }

  /** Hears nothing. */
  static ProgressListener none() {
    return events -> {};
  }
}
