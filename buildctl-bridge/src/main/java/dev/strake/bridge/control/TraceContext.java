package dev.strake.bridge.control;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A trace of OpenTelemetry's that a daemon's work belongs to, as W3C's Trace Context writes it down.
 *
 * <pre>{@code
 * ConnectOptions options = ConnectOptions.defaults().withTrace(TraceContext.of(System.getenv()));
 * }</pre>
 *
 * @param parent the header {@code traceparent}
 * @param state the header {@code tracestate}; empty for none
 */
public record TraceContext(String parent, String state) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  /** The trace that {@code TRACEPARENT} and {@code TRACESTATE} name; absent where they name none. */
  public static Optional<TraceContext> of(Map<String, String> environment) {
    String parent = environment.getOrDefault("TRACEPARENT", "");
    return FORM.matcher(parent).matches()
        ? Optional.of(new TraceContext(parent, environment.getOrDefault("TRACESTATE", "")))
        : Optional.empty();
  }
}
