package dev.strake.bridge.testing;

import com.google.protobuf.ByteString;
import dev.strake.bridge.testing.otlp.AnyValue;
import dev.strake.bridge.testing.otlp.ExportTraceServiceRequest;
import dev.strake.bridge.testing.otlp.KeyValue;
import dev.strake.bridge.testing.otlp.ResourceSpans;
import dev.strake.bridge.testing.otlp.ScopeSpans;
import dev.strake.bridge.testing.otlp.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Spans as text that is the same each time: without times and ids, in the order of their names, each with its parent's
 * name. Nor does it tell which library has made them.
 */
public final class SpanText {

  /** Of the trace that command lines are given. */
  private static final String GIVEN_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  /** In front of the name of a command's program. */
  private static final String PLACE_OF_PROGRAM = "^\\[/[^,\\]]*/";

  private final Map<ByteString, Span> spans = new HashMap<>();

  private SpanText() {}

  /** All that has been sent. */
  public static String of(List<ExportTraceServiceRequest> requests) {
    SpanText text = new SpanText();
    List<String> lines = new ArrayList<>();
    requests.forEach(request -> spans(request).forEach(span -> text.spans.put(span.getSpanId(), span)));
    for (ExportTraceServiceRequest request : requests) {
      lines.add("== " + request.getResourceSpansList().stream().map(SpanText::resource).collect(Collectors.joining()));
      spans(request).stream().map(text::line).sorted().forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  /** All spans of a request. */
  public static List<Span> spans(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream()
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .map(ScopeSpans::getSpansList)
        .flatMap(List::stream)
        .toList();
  }

  private static String resource(ResourceSpans resource) {
    return resource.getSchemaUrl() + " " + attributes(resource.getResource().getAttributesList());
  }

  private String line(Span span) {
    String id = HexFormat.of().formatHex(span.getTraceId().toByteArray());
    String trace = id.equals(GIVEN_TRACE) ? " of the trace given" : "";
    String state = span.getTraceState().isEmpty() ? "" : " " + span.getTraceState();
    String parent = span.getParentSpanId().isEmpty() ? "nobody" : name(span.getParentSpanId());
    return span.getName() + " " + span.getKind() + trace + state + ", part of " + parent + ", flags " + span.getFlags()
        + "\n    " + attributes(span.getAttributesList())
        + "\n    " + span.getStatus().getCode() + " " + span.getStatus().getMessage()
        + span.getEventsList().stream().map(event -> "\n    " + event.getName()).collect(Collectors.joining());
  }

  private String name(ByteString parent) {
    Span known = spans.get(parent);
    return known == null ? "another process's" : known.getName();
  }

  private static String attributes(List<KeyValue> attributes) {
    return attributes.stream()
        .filter(attribute -> !attribute.getKey().startsWith("telemetry.sdk."))
        .map(attribute -> attribute.getKey() + "=" + text(attribute.getValue()).replaceFirst(PLACE_OF_PROGRAM, "["))
        .collect(Collectors.joining(" "));
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case INT_VALUE -> Long.toString(value.getIntValue());
      case ARRAY_VALUE -> value.getArrayValue().getValuesList().stream().map(SpanText::text).toList().toString();
      case VALUE_NOT_SET -> "nothing";
    };
  }
}
