package dev.strake.llb.go.template;

import dev.strake.llb.go.GoFloat;
import dev.strake.llb.go.GoJson;
import dev.strake.llb.go.GoTime;
import java.util.Base64;
import java.util.List;

/** Writes values as Go's {@code encoding/json} does. */
public final class GoValueJson {

  private final boolean escapeHtml;
  private final StringBuilder json = new StringBuilder();

  private GoValueJson(boolean escapeHtml) {
    this.escapeHtml = escapeHtml;
  }

  /** The value in one line, with the escapes for HTML that Go makes unless it is told not to. */
  public static String escaped(GoValue value) {
    return new GoValueJson(true).add(value).json.toString();
  }

  /** The value in one line, without escapes for HTML. */
  public static String plain(GoValue value) {
    return new GoValueJson(false).add(value).json.toString();
  }

  private GoValueJson add(GoValue value) {
    switch (value) {
      case GoValue.Nil nil -> json.append("null");
      case GoValue.Text(String text) -> string(text);
      case GoValue.Int(long number) -> json.append(number);
      case GoValue.Enumerated(String type, String name, long number) -> json.append(number);
      case GoValue.Decimal(double number) -> json.append(GoFloat.format(number));
      case GoValue.Bool(boolean on) -> json.append(on);
      case GoValue.Bytes(byte[] data) -> json.append('"').append(Base64.getEncoder().encodeToString(data)).append('"');
      case GoValue.Time time -> string(GoTime.rfc3339(time.zoned().toOffsetDateTime()));
      case GoValue.Slice slice -> slice(slice);
      case GoValue.Mapping mapping -> mapping(mapping);
      case GoValue.Struct struct -> struct(struct.fields());
    }
    return this;
  }

  private void string(String text) {
    if (escapeHtml) {
      GoJson.appendString(json, text);
    } else {
      json.append(GoJson.withoutHtmlEscapes(text));
    }
  }

  private void slice(GoValue.Slice slice) {
    if (slice.nil()) {
      json.append("null");
      return;
    }
    String separator = "[";
    for (GoValue element : slice.elements()) {
      json.append(separator);
      add(element);
      separator = ",";
    }
    json.append(slice.elements().isEmpty() ? "[]" : "]");
  }

  private void mapping(GoValue.Mapping mapping) {
    if (mapping.nil()) {
      json.append("null");
      return;
    }
    json.append('{');
    String separator = "";
    for (var entry : mapping.entries().entrySet()) {
      json.append(separator);
      string(entry.getKey());
      json.append(':');
      add(entry.getValue());
      separator = ",";
    }
    json.append('}');
  }

  private void struct(List<GoValue.Field> fields) {
    json.append('{');
    String separator = "";
    for (GoValue.Field field : fields) {
      if (!field.json().isEmpty() && !(field.omitEmpty() && isEmpty(field.value()))) {
        json.append(separator);
        string(field.json());
        json.append(':');
        add(field.value());
        separator = ",";
      }
    }
    json.append('}');
  }

  /** A struct is never empty, and neither is a time. */
  private static boolean isEmpty(GoValue value) {
    return !value.isTrue();
  }
}
