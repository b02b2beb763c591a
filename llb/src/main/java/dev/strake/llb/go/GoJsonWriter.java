package dev.strake.llb.go;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes JSON as Go's {@code json.Marshal} and {@code json.MarshalIndent} do.
 *
 * <p>Usage: {@code GoJsonWriter.indented("  ").beginObject().name("a").string("b").endObject().toBytes()}
 */
public final class GoJsonWriter {

  private final String indent;
  private final StringBuilder json = new StringBuilder();
  private int depth;
  // Whether nothing stands yet in the object or array that is open.
  private boolean first = true;
  private boolean named;

  private GoJsonWriter(String indent) {
    this.indent = indent;
  }

  /** As {@code json.Marshal}: without white space. */
  public static GoJsonWriter compact() {
    return new GoJsonWriter("");
  }

  /** As {@code json.MarshalIndent} with an empty prefix. */
  public static GoJsonWriter indented(String indent) {
    return new GoJsonWriter(indent);
  }

  public GoJsonWriter beginObject() {
    return begin('{');
  }

  public GoJsonWriter endObject() {
    return end('}');
  }

  public GoJsonWriter beginArray() {
    return begin('[');
  }

  public GoJsonWriter endArray() {
    return end(']');
  }

  /** The name of the value that follows. */
  public GoJsonWriter name(String name) {
    separate();
    GoJson.appendString(json, name);
    json.append(indent.isEmpty() ? ":" : ": ");
    named = true;
    return this;
  }

  public GoJsonWriter string(String value) {
    separate();
    GoJson.appendString(json, value);
    return this;
  }

  /** Bytes, as Go writes them: in base 64. */
  public GoJsonWriter bytes(byte[] value) {
    return string(Base64.getEncoder().encodeToString(value));
  }

  public GoJsonWriter number(long value) {
    return plain(Long.toString(value));
  }

  public GoJsonWriter unsigned(long value) {
    return plain(Long.toUnsignedString(value));
  }

  public GoJsonWriter bool(boolean value) {
    return plain(Boolean.toString(value));
  }

  public GoJsonWriter nothing() {
    return plain("null");
  }

  /** A value that is JSON already, such as a number in its own digits. */
  public GoJsonWriter raw(String json) {
    return plain(json);
  }

  /** An array of what {@code element} writes for each. */
  public <T> GoJsonWriter array(List<T> values, BiConsumer<GoJsonWriter, T> element) {
    beginArray();
    values.forEach(value -> element.accept(this, value));
    return endArray();
  }

  public byte[] toBytes() {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return json.toString();
  }

  private GoJsonWriter plain(String value) {
    separate();
    json.append(value);
    return this;
  }

  private GoJsonWriter begin(char bracket) {
    separate();
    json.append(bracket);
    depth++;
    first = true;
    return this;
  }

  private GoJsonWriter end(char bracket) {
    depth--;
    if (!first) {
      newLine();
    }
    json.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (named) {
      named = false;
      return;
    }
    if (depth > 0) {
      json.append(first ? "" : ",");
      newLine();
    }
    first = false;
  }

  private void newLine() {
    if (!indent.isEmpty()) {
      json.append('\n').append(indent.repeat(depth));
    }
  }
}
