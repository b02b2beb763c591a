package dev.strake.bridge.trace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trace of this process's begins with.
 *
 * <pre>{@code
 * TraceSettings settings = TraceSettings.of(System.getenv(), "release", "1.0");
 * }</pre>
 */
public final class TraceSettings {

  private final Optional<TraceContext> parent;
  private final Sampler sampler;
  private final SpanLimits limits;
  private final RpcAttributes rpc;
  private final List<Attribute> resource;

  private TraceSettings(Map<String, String> environment, String program, String version) {
    this.parent = TraceContext.of(environment);
    this.sampler = Sampler.of(environment);
    this.limits = SpanLimits.of(environment);
    this.rpc = RpcAttributes.of(environment);
    this.resource = Resource.of(environment, program, version);
  }

  /**
   * What the variables of OpenTelemetry's SDKs say: {@code OTEL_SERVICE_NAME}, {@code OTEL_RESOURCE_ATTRIBUTES}, {@code
   * OTEL_TRACES_SAMPLER}, the limits of spans; and {@code TRACEPARENT}, the trace that goes on here.
   *
   * @param program the service's name where the variables have none
   * @param version the program's
   */
  public static TraceSettings of(Map<String, String> environment, String program, String version) {
    return new TraceSettings(environment, program, version);
  }

  Optional<TraceContext> parent() {
    return parent;
  }

  Sampler sampler() {
    return sampler;
  }

  SpanLimits limits() {
    return limits;
  }

  RpcAttributes rpc() {
    return rpc;
  }

  /** What is told of this program. */
  List<Attribute> resource() {
    return resource;
  }
}
