package dev.strake.bridge.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the variables of OpenTelemetry's SDKs come to. */
class SettingsTest {

  private static final String HALF = "4bf92f3577b34da6" + "7fffffffffffffff";
  private static final String MORE = "4bf92f3577b34da6" + "8000000000000000";

  private static Map<String, String> variables(String... pairs) {
    Map<String, String> variables = new HashMap<>();
    for (String pair : pairs) {
      variables.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return variables;
  }

  @Test
  void theResourceIsTheProgramUnlessTheVariablesSayMore() {
    assertThat(Resource.of(Map.of(), "app", "1"))
        .contains(Attribute.of("service.name", "app"), Attribute.of("telemetry.sdk.version", "1"))
        .hasSize(4);
    assertThat(
            Resource.of(
                variables(
                    "OTEL_RESOURCE_ATTRIBUTES=a=b%20c+d, x = y ,nothing,service.name=z,telemetry.sdk.name=mine,bad=%zz",
                    "OTEL_SERVICE_NAME= named "),
                "app", "1"))
        .extracting(attribute -> attribute.key() + "=" + attribute.value())
        .containsExactly(
            "a=b c+d", "bad=%zz", "service.name=named", "telemetry.sdk.language=java", "telemetry.sdk.name=strake",
            "telemetry.sdk.version=1", "x=y");
  }

  @ParameterizedTest
  @CsvSource({
    "always_on, , true, true, true",
    "ALWAYS_OFF, , false, false, false",
    "traceidratio, 0.5, true, true, false",
    "traceidratio, , true, true, true",
    "parentbased_always_on, , false, true, true",
    "parentbased_always_off, , false, false, false",
    "parentbased_traceidratio, 0.5, false, true, false",
    "parentbased_traceidratio, 7, false, true, true",
    "nonsense, , false, true, true",
  })
  void samples(String name, String argument, boolean unrecordedParent, boolean half, boolean more) {
    Map<String, String> variables = variables("OTEL_TRACES_SAMPLER=" + name);
    if (argument != null) {
      variables.put("OTEL_TRACES_SAMPLER_ARG", argument);
    }
    Sampler sampler = Sampler.of(variables);
    Optional<TraceContext> unrecorded = Optional.of(TraceContext.of(HALF, "00f067aa0ba902b7", false, ""));

    assertThat(sampler.samples(unrecorded, HALF)).as("below a parent that is not recorded").isEqualTo(unrecordedParent);
    assertThat(sampler.samples(Optional.empty(), HALF)).as("in the first half").isEqualTo(half);
    assertThat(sampler.samples(Optional.empty(), MORE)).as("in the second half").isEqualTo(more);
  }

  @Test
  void limitsCutTextsAndCountAttributes() {
    SpanLimits limits =
        SpanLimits.of(variables("OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT=2", "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT=1"));

    assertThat(limits.shortened(Attribute.of("a", "\uD83D\uDE00bc")).value()).isEqualTo("\uD83D\uDE00b");
    assertThat(limits.shortened(Attribute.of("a", List.of("abc", "d"))).value()).isEqualTo(List.of("ab", "d"));
    assertThat(limits.hasRoomFor(0)).isTrue();
    assertThat(limits.hasRoomFor(1)).isFalse();
    assertThat(SpanLimits.of(variables("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT=x")).hasRoomFor(127)).isTrue();
    assertThat(SpanLimits.of(Map.of()).hasRoomFor(128)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', rpc.method=a.B/C rpc.system.name=grpc",
    "'http, rpc/old', rpc.system=grpc rpc.service=a.B rpc.method=C",
    "rpc/dup, rpc.system=grpc rpc.service=a.B rpc.method=a.B/C rpc.system.name=grpc",
  })
  void callsAreToldOfByTheConventionsThatAreWanted(String wanted, String expected) {
    List<String> told =
        RpcAttributes.of(variables("OTEL_SEMCONV_STABILITY_OPT_IN=" + wanted)).of("a.B/C").stream()
            .map(attribute -> attribute.key() + "=" + attribute.value())
            .toList();

    assertThat(String.join(" ", told)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "http://a:1, '', http://a:1/v1/traces",
    "http://a:1/base/, '', http://a:1/base/v1/traces",
    "https://a, '', https://a/v1/traces",
    "http://b, http://a:1, http://a:1/",
    "http://b, https://a:1/x, https://a:1/x",
    "'', '', https://localhost:4318/v1/traces",
    "not a url, '', https://localhost:4318/v1/traces",
  })
  void theAddressIsMadeOfEither(String all, String traces, URI expected) {
    CollectorSettings settings =
        CollectorSettings.http(
            variables("OTEL_EXPORTER_OTLP_ENDPOINT=" + all, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=" + traces));

    assertThat(settings.address()).isEqualTo(expected);
  }

  @Test
  void whatIsSaidForTracesCountsMore() {
    CollectorSettings settings =
        CollectorSettings.grpc(
            variables(
                "OTEL_EXPORTER_OTLP_ENDPOINT=https://a:1",
                "OTEL_EXPORTER_OTLP_INSECURE=TRUE",
                "OTEL_EXPORTER_OTLP_HEADERS=a=1",
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS=b= two%20words , bad name=3,nothing,c=%zz",
                "OTEL_EXPORTER_OTLP_TIMEOUT=5",
                "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT=7",
                "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION=gzip"));

    assertThat(settings.endpoint()).isEqualTo("a:1");
    assertThat(settings.secure()).isFalse();
    assertThat(settings.headers()).containsOnly(Map.entry("b", "two words"), Map.entry("c", "%zz"));
    assertThat(settings.timeout()).isEqualTo(Duration.ofMillis(7));
    assertThat(settings.compressed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 30", "-5, 30", "100000, 30", "nonsense, 10", "'', 10"})
  void nobodyIsWaitedForForEver(String timeout, long seconds) {
    assertThat(CollectorSettings.grpc(variables("OTEL_EXPORTER_OTLP_TIMEOUT=" + timeout)).timeout())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OTEL_TRACES_EXPORTER=bogus | unsupported opentelemetry exporter bogus",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://a OTEL_EXPORTER_OTLP_PROTOCOL=http/json"
            + " | unsupported otlp protocol http/json",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://a OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf"
            + " OTEL_EXPORTER_OTLP_CERTIFICATE=ca.pem"
            + " | insecure HTTP endpoint cannot use TLS client configuration",
      })
  void whatIsNotKnownIsAnErrorUnlessErrorsAreToBeIgnored(String variables, String message) {
    Map<String, String> given = variables(variables.split(" "));

    assertThatThrownBy(() -> CollectorExporter.of(given)).hasMessage(message);
    given.put("OTEL_IGNORE_ERROR", "1");
    assertThat(CollectorExporter.of(given)).isEmpty();
  }

  @Test
  void noCollectorIsWantedUnlessOneIsNamed() {
    assertThat(CollectorExporter.of(Map.of())).isEmpty();
    assertThat(CollectorExporter.of(variables("OTEL_EXPORTER_OTLP_ENDPOINT=http://a", "OTEL_TRACES_EXPORTER=none")))
        .isEmpty();
    assertThat(CollectorExporter.of(variables("OTEL_TRACES_EXPORTER=jaeger"))).isEmpty();
    assertThat(CollectorExporter.of(variables("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://a"))).isPresent();
    assertThat(CollectorExporter.of(variables("OTEL_TRACES_EXPORTER=otlp"))).isPresent();
  }
}
