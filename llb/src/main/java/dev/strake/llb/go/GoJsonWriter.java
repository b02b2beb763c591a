package dev.strake.llb.go;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes JSON as Go's {@code json.Marshal} and {@code json.MarshalIndent} do.
 *
 * <p>Usage: {@code GoJsonWriter.indented("  ").beginObject().name("a").string("b").endObject().toBytes()}
 */
public final class GoJsonWriter {

  /** Bytes that are encoded at a time; each three of them make four characters. */
  private static final int BASE64_PIECE = 3 << 12;

  private final String indent;
  private final Utf8Output out;
  private final StringBuilder json;
  private int depth;
  // Whether nothing stands yet in the object or array that is open.
  private boolean first = true;
  private boolean named;

  private GoJsonWriter(String indent, long limit) {
    this.indent = indent;
    this.out = new Utf8Output(limit);
    this.json = out.text();
  }

  /** As {@code json.Marshal}: without white space. */
  public static GoJsonWriter compact() {
    return new GoJsonWriter("", Long.MAX_VALUE);
  }

  /** As {@code json.MarshalIndent} with an empty prefix. */
  public static GoJsonWriter indented(String indent) {
    return indented(indent, Long.MAX_VALUE);
  }

  /**
   * The same with a limit: what makes the JSON longer throws a {@link TooLargeException}.
   *
   * @param limit a number of bytes
   */
  public static GoJsonWriter indented(String indent, long limit) {
    return new GoJsonWriter(indent, limit);
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
    separate();
    json.append('"');
    for (int at = 0; at < value.length; at += BASE64_PIECE) {
      byte[] piece = Arrays.copyOfRange(value, at, Math.min(value.length, at + BASE64_PIECE));
      json.append(Base64.getEncoder().encodeToString(piece));
      out.flush();
    }
    json.append('"');
    return this;
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
    return out.toBytes();
  }

  @Override
  public String toString() {
    return out.toString();
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
    out.flush();
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
