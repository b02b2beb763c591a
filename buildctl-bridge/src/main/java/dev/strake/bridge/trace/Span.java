package dev.strake.bridge.trace;

import java.util.List;
import java.util.Optional;

/**
 * A piece of work that is over.
 *
 * @param context where in which trace it is
 * @param parent what it is a part of; absent where a trace begins
 * @param remote whether that is another process's, or would be
 * @param start in nanoseconds since 1970
 * @param end in nanoseconds since 1970
 * @param dropped how many attributes the limits have left out
 * @param failure why it went wrong; absent where it did not
 */
record Span(
    TraceContext context,
    Optional<TraceContext> parent,
    boolean remote,
    String name,
    Kind kind,
    long start,
    long end,
    List<Attribute> attributes,
    int dropped,
    Optional<String> failure) {

  /** Which side of a call it is. */
  enum Kind {
    INTERNAL(1),
    SERVER(2),
    CLIENT(3);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    /** As OTLP has it. */
    int number() {
      return number;
    }
  }
}
