package dev.strake.bridge.content;

import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import dev.strake.llb.go.GoJsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, texts, whole numbers and truth values, so that a document of which only a part is understood can
 * be written again with nothing lost.
 */
public final class JsonTree {

  private static final int MAX_DEPTH = 32;
  private JsonTree() {}

  /** Reads an object. */
  public static Map<String, Object> readObject(byte[] json) throws IOException {
    GoJsonReader parser = GoJsonReader.of(json);
    if (parser.next() != Token.OBJECT) {
      throw new IOException("not a JSON object");
    }
    return object(parser, 0);
  }

  private static Map<String, Object> object(GoJsonReader parser, int depth) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.next() == Token.NAME) {
      String name = parser.text();
      parser.next();
      Object value = value(parser, depth + 1);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private static @Nullable Object value(GoJsonReader parser, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new IOException("JSON nested too deep");
    }
    Token token = parser.current();
    return switch (token) {
      case OBJECT -> object(parser, depth);
      case ARRAY -> {
        List<Object> values = new ArrayList<>();
        while (parser.next() != Token.END_ARRAY) {
          Object value = value(parser, depth + 1);
          if (value != null) {
            values.add(value);
          }
        }
        yield values;
      }
      case STRING -> parser.text();
      case WHOLE -> parser.number64();
      case TRUE, FALSE -> token == Token.TRUE;
      case NULL -> null;
      case DECIMAL, NAME, END_OBJECT, END_ARRAY, END ->
          throw new IOException("unexpected " + parser.text() + " in JSON");
    };
  }

  /** Writes an object without white space. */
  public static byte[] write(Map<String, Object> object) {
    GoJsonWriter writer = GoJsonWriter.compact();
    write(writer, object);
    return writer.toBytes();
  }

  /** Writes an object as Go's indenting encoder does, by two spaces. */
  public static byte[] writeIndented(Map<String, Object> object) {
    GoJsonWriter writer = GoJsonWriter.indented("  ");
    write(writer, object);
    return writer.toBytes();
  }

  private static void write(GoJsonWriter writer, Object value) {
    switch (value) {
      case Map<?, ?> object -> {
        writer.beginObject();
        object.forEach(
            (name, field) -> {
              writer.name((String) name);
              write(writer, field);
            });
        writer.endObject();
      }
      case List<?> list -> {
        writer.beginArray();
        list.forEach(element -> write(writer, element));
        writer.endArray();
      }
      case String text -> writer.string(text);
      case Long number -> writer.number(number);
      case Boolean truth -> writer.bool(truth);
      default -> throw new IllegalStateException("no JSON: " + value.getClass());
    }
  }
}
