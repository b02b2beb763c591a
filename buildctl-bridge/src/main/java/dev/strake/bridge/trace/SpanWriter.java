package dev.strake.bridge.trace;

import java.util.HexFormat;
import java.util.List;

/**
 * Writes spans as OTLP's {@code ExportTraceServiceRequest}. By hand: the generated classes of its ten messages would be
 * loaded by each command, and nobody here reads what is written.
 */
final class SpanWriter {

  /** Whose names the attributes have. */
  private static final String SCHEMA = "https://opentelemetry.io/schemas/1.37.0";

  private static final String SCOPE = "dev.strake.bridge";

  private static final int FAILED = 2;
  private static final int SAMPLED = 0x1;
  private static final int PARENT_IS_KNOWN = 0x100;
  private static final int PARENT_IS_REMOTE = 0x200;

  private SpanWriter() {}

  static byte[] request(List<Attribute> resource, List<Span> spans) {
    WireFields scope = new WireFields().message(1, new WireFields().text(1, SCOPE));
    spans.forEach(span -> scope.message(2, span(span)));
    WireFields ofProgram =
        new WireFields().message(1, attributes(new WireFields(), 1, resource)).message(2, scope).text(3, SCHEMA);
    return new WireFields().message(1, ofProgram).bytes();
  }

  private static WireFields span(Span span) {
    WireFields fields =
        new WireFields()
            .bytes(1, bytes(span.context().trace()))
            .bytes(2, bytes(span.context().span()))
            .text(3, span.context().state());
    span.parent().ifPresent(parent -> fields.bytes(4, bytes(parent.span())));
    fields
        .text(5, span.name())
        .number(6, span.kind().number())
        .fixed(7, span.start())
        .fixed(8, span.end());
    attributes(fields, 9, span.attributes());
    return fields
        .number(10, span.dropped())
        .message(15, status(span))
        .fixed(16, SAMPLED | PARENT_IS_KNOWN | (span.remote() ? PARENT_IS_REMOTE : 0));
  }

  private static WireFields status(Span span) {
    WireFields status = new WireFields();
    span.failure().ifPresent(reason -> status.text(2, reason).number(3, FAILED));
    return status;
  }

  private static WireFields attributes(WireFields fields, int field, List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      fields.message(field, new WireFields().text(1, attribute.key()).message(2, value(attribute.value())));
    }
    return fields;
  }

  private static WireFields value(Object value) {
    return switch (value) {
      case Long number -> new WireFields().always(3, number);
      case List<?> values -> {
        WireFields array = new WireFields();
        values.forEach(each -> array.message(1, value(each)));
        yield new WireFields().message(5, array);
      }
      default -> new WireFields().always(1, value.toString());
    };
  }

  private static byte[] bytes(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
