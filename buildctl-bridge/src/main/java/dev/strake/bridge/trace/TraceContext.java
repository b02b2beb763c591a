package dev.strake.bridge.trace;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in a trace of OpenTelemetry's that other work belongs to, as W3C's Trace Context writes it down.
 *
 * <pre>{@code
 * ConnectOptions alone = ConnectOptions.defaults();
 * ConnectOptions options = TraceContext.of(System.getenv()).map(alone::withTrace).orElse(alone);
 * }</pre>
 *
 * @param parent the header {@code traceparent}
 * @param state the header {@code tracestate}; empty for none
 */
public record TraceContext(String parent, String state) {

  /** {@code 00-} trace {@code -} span {@code -} flags; no regular expression, for each start of a client reads one. */
  private static final int LENGTH = 55;

  private static final int TRACE_BEGIN = 3;
  private static final int TRACE_END = 35;
  private static final int SPAN_BEGIN = 36;
  private static final int SPAN_END = 52;
  private static final int FLAGS_BEGIN = 53;

  /** The trace that {@code TRACEPARENT} and {@code TRACESTATE} name; absent where they name none. */
  public static Optional<TraceContext> of(Map<String, String> environment) {
    return parse(environment.get("TRACEPARENT"), environment.get("TRACESTATE"));
  }

  /** From the two headers, which may be missing or be anything. */
  static Optional<TraceContext> parse(@Nullable String parent, @Nullable String state) {
    return parent != null && isWellFormed(parent)
        ? Optional.of(new TraceContext(parent, state == null ? "" : state))
        : Optional.empty();
  }

  /** A place of this process's own. */
  static TraceContext of(String trace, String span, boolean sampled, String state) {
    return new TraceContext("00-" + trace + "-" + span + (sampled ? "-01" : "-00"), state);
  }

  private static boolean isWellFormed(String text) {
    // A later version may say more behind what is known here.
    boolean lengthFits =
        text.startsWith("00-") ? text.length() == LENGTH : text.length() == LENGTH || text.startsWith("-", LENGTH);
    return lengthFits
        && text.length() >= LENGTH
        && isHex(text, 0, 2)
        && !text.startsWith("ff")
        && isDash(text, 2, TRACE_END, SPAN_END)
        && isId(text, TRACE_BEGIN, TRACE_END)
        && isId(text, SPAN_BEGIN, SPAN_END)
        && isHex(text, FLAGS_BEGIN, LENGTH);
  }

  private static boolean isDash(String text, int... places) {
    for (int place : places) {
      if (text.charAt(place) != '-') {
        return false;
      }
    }
    return true;
  }

  /** Zeros only are no id. */
  private static boolean isId(String text, int begin, int end) {
    if (!isHex(text, begin, end)) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      if (text.charAt(i) != '0') {
        return true;
      }
    }
    return false;
  }

  private static boolean isHex(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** 32 digits. */
  String trace() {
    return parent.substring(TRACE_BEGIN, TRACE_END);
  }

  /** 16 digits. */
  String span() {
    return parent.substring(SPAN_BEGIN, SPAN_END);
  }

  /** Whether the trace is one that is recorded. */
  boolean sampled() {
    return (Character.digit(parent.charAt(LENGTH - 1), 16) & 1) != 0;
  }
}
