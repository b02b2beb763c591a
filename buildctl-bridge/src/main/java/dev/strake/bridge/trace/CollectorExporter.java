package dev.strake.bridge.trace;

import dev.strake.llb.go.GoBool;
import java.util.Map;
import java.util.Optional;

/** Sends spans to the collector that OpenTelemetry's variables name. It connects when there is something to send. */
public final class CollectorExporter implements SpanExporter {

  private static final String WHICH = "OTEL_TRACES_EXPORTER";
  private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
  private static final String TRACES_ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
  private static final String PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL";
  private static final String TRACES_PROTOCOL = "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL";
  private static final String OTLP = "otlp";
  private static final String NONE = "none";

  /** Its own protocols are not spoken here: it takes OTLP. Whoever names it, for whatever program, is not refused. */
  private static final String JAEGER = "jaeger";

  private final CollectorSettings settings;

  private CollectorExporter(CollectorSettings settings) {
    this.settings = settings;
  }

  /**
   * The collector; absent where none is wanted.
   *
   * @throws IllegalArgumentException where one is that is not known here; the message is the reference's
   */
  public static Optional<CollectorExporter> of(Map<String, String> environment) {
    String which = environment.getOrDefault(WHICH, "");
    try {
      return switch (which) {
        case OTLP -> Optional.of(new CollectorExporter(settings(environment)));
        case NONE, JAEGER -> Optional.empty();
        case "" -> isSet(environment, ENDPOINT) || isSet(environment, TRACES_ENDPOINT)
            ? Optional.of(new CollectorExporter(settings(environment)))
            : Optional.empty();
        default -> throw new IllegalArgumentException("unsupported opentelemetry exporter " + which);
      };
    } catch (IllegalArgumentException e) {
      if (GoBool.parse(environment.getOrDefault("OTEL_IGNORE_ERROR", "")).value().orElse(false)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }

  private static CollectorSettings settings(Map<String, String> environment) {
    String protocol = environment.getOrDefault(isSet(environment, TRACES_PROTOCOL) ? TRACES_PROTOCOL : PROTOCOL, "");
    return switch (protocol) {
      case "", "grpc" -> CollectorSettings.grpc(environment);
      case "http/protobuf" -> CollectorSettings.http(environment);
      default -> throw new IllegalArgumentException("unsupported otlp protocol " + protocol);
    };
  }

  @Override
  public void export(byte[] request) throws InterruptedException {
    try (SpanExporter connection = settings.connect()) {
      connection.export(request);
    } catch (RuntimeException e) {
      // Whatever it is: neither the trace nor what may be secret of it is the command's business.
    }
  }

  @Override
  public void close() {}
}
