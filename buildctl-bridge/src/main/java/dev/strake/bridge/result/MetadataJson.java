package dev.strake.bridge.result;

import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import dev.strake.llb.go.GoJsonWriter;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a build's exporters told, as JSON sorted by key; a value that is an object in base64 becomes that object. */
public final class MetadataJson {

  private MetadataJson() {}

  /** The JSON, without a line end behind it. */
  public static String of(Map<String, String> response) throws IOException {
    GoJsonWriter json = GoJsonWriter.indented("  ").beginObject();
    for (Map.Entry<String, String> entry : new TreeMap<>(response).entrySet()) {
      json.name(entry.getKey());
      Optional<byte[]> object = object(entry.getValue());
      if (object.isPresent()) {
        copy(object.get(), json);
      } else {
        json.string(entry.getValue());
      }
    }
    return json.endObject().toString();
  }

  private static Optional<byte[]> object(String text) {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      GoJsonReader parser = GoJsonReader.of(decoded);
      boolean filled = parser.next() == Token.OBJECT && parser.next() != Token.END_OBJECT;
      return filled ? Optional.of(decoded) : Optional.empty();
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static void copy(byte[] object, GoJsonWriter json) throws IOException {
    GoJsonReader parser = GoJsonReader.of(object);
    while (parser.next() != Token.END) {
      switch (parser.current()) {
        case OBJECT -> json.beginObject();
        case END_OBJECT -> json.endObject();
        case ARRAY -> json.beginArray();
        case END_ARRAY -> json.endArray();
        case NAME -> json.name(parser.text());
        case STRING -> json.string(parser.text());
        case WHOLE, DECIMAL, TRUE, FALSE, NULL -> json.raw(parser.text());
        case END -> throw new IllegalStateException();
      }
    }
  }
}
