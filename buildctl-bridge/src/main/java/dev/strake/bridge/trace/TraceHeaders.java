package dev.strake.bridge.trace;

import io.grpc.Metadata;
import java.util.Optional;

/** The headers that a trace goes on in. */
final class TraceHeaders {

  private static final Metadata.Key<String> PARENT =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
  private static final Metadata.Key<String> STATE = Metadata.Key.of("tracestate", Metadata.ASCII_STRING_MARSHALLER);

  private TraceHeaders() {}

  static void write(TraceContext context, Metadata headers) {
    headers.put(PARENT, context.parent());
    if (!context.state().isEmpty()) {
      headers.put(STATE, context.state());
    }
  }

  static Optional<TraceContext> read(Metadata headers) {
    return TraceContext.parse(headers.get(PARENT), headers.get(STATE));
  }
}
