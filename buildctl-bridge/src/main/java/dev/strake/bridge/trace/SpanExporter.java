package dev.strake.bridge.trace;

/**
 * Where spans go to when their trace ends here. What cannot be delivered is given up, and nobody is told: a trace must
 * not fail what it is about.
 *
 * <pre>{@code
 * CollectorExporter.of(System.getenv()).ifPresent(tracer::sendTo);
 * }</pre>
 */
public interface SpanExporter extends AutoCloseable {

  /** @param request OTLP's {@code ExportTraceServiceRequest}, as its bytes */
  void export(byte[] request) throws InterruptedException;

  /** Lets go of connections. */
  @Override
  void close();
}
