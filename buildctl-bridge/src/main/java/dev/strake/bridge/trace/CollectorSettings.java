package dev.strake.bridge.trace;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a collector of OpenTelemetry's is, and how to speak to it. What makes no sense in the variables is as if it
 * were not there, as in the reference's library, but without a word of it: headers may be secret.
 */
final class CollectorSettings {

  private static final String PREFIX = "OTEL_EXPORTER_OTLP_";
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(10);

  /** The longest that the reference's library takes for a batch of spans, whatever it is told. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Map<String, String> environment;
  private final boolean http;
  private String endpoint;
  private String path = "/v1/traces";
  private boolean secure = true;

  private CollectorSettings(Map<String, String> environment, boolean http) {
    this.environment = environment;
    this.http = http;
    this.endpoint = http ? "localhost:4318" : "localhost:4317";
    url("ENDPOINT").ifPresent(url -> take(url, url.getPath().replaceFirst("/*$", "") + "/v1/traces"));
    url("TRACES_ENDPOINT").ifPresent(url -> take(url, url.getPath().isEmpty() ? "/" : url.getPath()));
    value("INSECURE").ifPresent(text -> secure = !text.equalsIgnoreCase("true"));
  }

  /** For OTLP over gRPC. */
  static CollectorSettings grpc(Map<String, String> environment) {
    return new CollectorSettings(environment, false);
  }

  /**
   * For OTLP over HTTP.
   *
   * @throws IllegalArgumentException where certificates are named for a connection in clear text
   */
  static CollectorSettings http(Map<String, String> environment) {
    CollectorSettings settings = new CollectorSettings(environment, true);
    if (!settings.secure && settings.tls().isPresent()) {
      throw new IllegalArgumentException("insecure HTTP endpoint cannot use TLS client configuration");
    }
    return settings;
  }

  private void take(URI url, String urlPath) {
    String scheme = url.getScheme() == null ? "" : url.getScheme();
    secure = !scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("unix");
    endpoint = url.getRawAuthority() == null ? "" : url.getRawAuthority().replaceFirst("^.*@", "");
    path = urlPath;
  }

  private Optional<URI> url(String name) {
    return named(name).flatMap(text -> {
      try {
        URI url = URI.create(text);
        return url.isOpaque() ? Optional.empty() : Optional.of(url);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    });
  }

  /** Of the variable for traces, or else of that for all. */
  private Optional<String> value(String name) {
    return named("TRACES_" + name).or(() -> named(name));
  }

  private Optional<String> named(String name) {
    return Optional.of(environment.getOrDefault(PREFIX + name, "").strip()).filter(text -> !text.isEmpty());
  }

  /** Host and port. */
  String endpoint() {
    return endpoint;
  }

  /** For HTTP. */
  URI address() {
    return URI.create((secure ? "https://" : "http://") + endpoint + path);
  }

  boolean secure() {
    // Who names certificates means them.
    return secure || tls().isPresent();
  }

  /** What to say beside the spans, which may be secret. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String pair : value("HEADERS").orElse("").split(",")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (isToken(name)) {
        headers.put(name, Resource.decoded(pair.substring(equals + 1)).strip());
      }
    }
    return headers;
  }

  private static boolean isToken(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0));
  }

  boolean compressed() {
    return value("COMPRESSION").orElse("").equals("gzip");
  }

  /** How long one request may take; no longer than the reference ever waits. */
  Duration timeout() {
    Duration timeout = value("TIMEOUT").map(CollectorSettings::millis).orElse(USUAL_TIMEOUT);
    return timeout.isPositive() && timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
  }

  private static Duration millis(String text) {
    try {
      return Duration.ofMillis(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return USUAL_TIMEOUT;
    }
  }

  /** The files that secure the connection; absent where none are named, and the JVM's own authorities count. */
  Optional<CollectorTls> tls() {
    Optional<Path> authorities = value("CERTIFICATE").map(Path::of);
    Optional<CollectorTls.KeyFiles> keys = keys("TRACES_").or(() -> keys(""));
    return authorities.isPresent() || keys.isPresent()
        ? Optional.of(new CollectorTls(authorities, keys))
        : Optional.empty();
  }

  private Optional<CollectorTls.KeyFiles> keys(String prefix) {
    Optional<String> certificate = named(prefix + "CLIENT_CERTIFICATE");
    Optional<String> key = named(prefix + "CLIENT_KEY");
    return certificate.isPresent() && key.isPresent()
        ? Optional.of(new CollectorTls.KeyFiles(Path.of(certificate.get()), Path.of(key.get())))
        : Optional.empty();
  }

  /** A connection, which is made when first used. */
  SpanExporter connect() {
    return http ? new HttpExporter(this) : CollectorChannel.open(this);
  }
}
