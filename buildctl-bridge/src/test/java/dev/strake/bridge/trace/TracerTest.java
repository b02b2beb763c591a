package dev.strake.bridge.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.strake.bridge.testing.SpanText;
import dev.strake.bridge.testing.otlp.ExportTraceServiceRequest;
import dev.strake.bridge.testing.otlp.Span;
import dev.strake.bridge.testing.otlp.SpanKind;
import dev.strake.bridge.testing.otlp.StatusCode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracerTest {

  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private final List<ExportTraceServiceRequest> sent = new ArrayList<>();
  private int closed;

  private final SpanExporter receiver =
      new SpanExporter() {
        @Override
        public void export(byte[] request) {
          try {
            sent.add(ExportTraceServiceRequest.parseFrom(request));
          } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
          }
        }

        @Override
        public void close() {
          closed++;
        }
      };

  private Tracer tracer(Map<String, String> variables) {
    Tracer tracer = Tracer.begin("work", List.of("app", "\u00e4"), TraceSettings.of(variables, "app", "1"));
    tracer.sendTo(receiver);
    return tracer;
  }

  private List<Span> spans() {
    return sent.stream().flatMap(request -> SpanText.spans(request).stream()).toList();
  }

  @Test
  void aCallIsAPartOfTheWhole() {
    Tracer tracer = tracer(Map.of("TRACEPARENT", PARENT, "TRACESTATE", "a=b"));
    RunningSpan call = tracer.call("a.B/C");
    String header = call.context().parent();
    call.fail("broken");
    call.end();
    call.end();
    tracer.close();

    assertThat(SpanText.of(sent))
        .isEqualTo(
            """
            == https://opentelemetry.io/schemas/1.37.0 service.name=app
            a.B/C CLIENT of the trace given a=b, part of work, flags 257
                rpc.method=a.B/C rpc.system.name=grpc
                ERROR broken
            work INTERNAL of the trace given a=b, part of another process's, flags 769
                command=[app, \u00e4]
                UNSET\s""");
    Span first = spans().getFirst();
    assertThat(header)
        .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-" + hex(first.getSpanId().toByteArray()) + "-01");
    assertThat(hex(spans().getLast().getParentSpanId().toByteArray())).isEqualTo("00f067aa0ba902b7");
    assertThat(first.getStartTimeUnixNano()).isGreaterThanOrEqualTo(spans().getLast().getStartTimeUnixNano());
    assertThat(first.getEndTimeUnixNano())
        .isBetween(first.getStartTimeUnixNano(), spans().getLast().getEndTimeUnixNano());
    assertThat(closed).isOne();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @Test
  void whoComesWhenAllIsOverIsLetGoOf() {
    Tracer tracer = tracer(Map.of());
    tracer.close();
    tracer.sendTo(receiver);
    tracer.close();

    assertThat(sent).hasSize(1);
    assertThat(closed).isEqualTo(2);
  }

  @Test
  void theWholeMayFail() {
    Tracer tracer = tracer(Map.of());
    tracer.fail("why");
    tracer.close();

    assertThat(spans().getFirst().getStatus().getCode()).isEqualTo(StatusCode.ERROR);
    assertThat(spans().getFirst().getStatus().getMessage()).isEqualTo("why");
    assertThat(spans().getFirst().getParentSpanId().isEmpty()).isTrue();
  }

  @Test
  void whatADaemonAsksForIsAPartOfItsOwn() {
    Tracer tracer = tracer(Map.of());
    RunningSpan call = tracer.served("a.B/C", TraceContext.parse(PARENT, null));
    call.part("load").end();
    call.end();
    tracer.close();

    assertThat(SpanText.of(sent))
        .contains("a.B/C SERVER of the trace given, part of another process's, flags 769")
        .contains("load INTERNAL of the trace given, part of a.B/C, flags 257");
  }

  @Test
  void whatIsNotRecordedIsSentNowhere() {
    Tracer tracer = tracer(Map.of("OTEL_TRACES_SAMPLER", "always_off"));
    RunningSpan call = tracer.call("a.B/C");
    assertThat(call.context().parent()).endsWith("-00");
    call.end();
    tracer.close();

    assertThat(sent).isEmpty();
    assertThat(closed).isOne();
  }

  @Test
  void manySpansAreSentInSeveralBatchesAndTooManyAreNot() {
    Tracer tracer = tracer(Map.of());
    for (int i = 0; i < Tracer.MAX_SPANS + 10; i++) {
      tracer.served("a.B/C", Optional.empty()).end();
    }
    tracer.close();

    assertThat(sent).hasSize(5);
    assertThat(spans()).hasSize(Tracer.MAX_SPANS + 1);
    assertThat(spans().getLast().getKind()).isEqualTo(SpanKind.INTERNAL);
  }

  @Test
  void attributesBeyondTheLimitAreCounted() {
    Tracer tracer = tracer(Map.of("OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "1"));
    tracer.call("a.B/C").end();
    tracer.close();

    assertThat(spans().getFirst().getAttributesCount()).isOne();
    assertThat(spans().getFirst().getDroppedAttributesCount()).isOne();
  }

  @Test
  void idsAreNobodyElses() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Tracer tracer = tracer(Map.of());
      ids.add(tracer.context().trace());
      ids.add(tracer.context().span());
    }

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}|[0-9a-f]{32}"));
  }
}
