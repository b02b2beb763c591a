package dev.strake.bridge.trace;

import java.util.List;
import java.util.Map;

/**
 * How much may be told of a span.
 *
 * @param valueLength characters of a text; negative for as many as there are
 * @param count attributes; negative for as many as there are
 */
record SpanLimits(int valueLength, int count) {

  private static final int UNLIMITED = -1;
  private static final int USUAL_COUNT = 128;

  /** What the variables of OpenTelemetry's SDKs say. */
  static SpanLimits of(Map<String, String> environment) {
    return new SpanLimits(
        first(environment, UNLIMITED, "OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT", "OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT"),
        first(environment, USUAL_COUNT, "OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT", "OTEL_ATTRIBUTE_COUNT_LIMIT"));
  }

  private static int first(Map<String, String> environment, int usual, String... names) {
    for (String name : names) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return number(value, usual);
      }
    }
    return usual;
  }

  private static int number(String text, int usual) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  boolean hasRoomFor(int attributes) {
    return count < 0 || attributes < count;
  }

  Attribute shortened(Attribute attribute) {
    if (valueLength < 0) {
      return attribute;
    }
    return switch (attribute.value()) {
      case String text -> Attribute.of(attribute.key(), shortened(text));
      case List<?> texts ->
          Attribute.of(attribute.key(), texts.stream().map(text -> shortened((String) text)).toList());
      default -> attribute;
    };
  }

  private String shortened(String text) {
    return text.codePointCount(0, text.length()) <= valueLength
        ? text
        : text.substring(0, text.offsetByCodePoints(0, valueLength));
  }
}
