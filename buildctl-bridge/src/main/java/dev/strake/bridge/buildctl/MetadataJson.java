package dev.strake.bridge.buildctl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.strake.llb.go.GoJsonWriter;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a build's exporters told, as JSON sorted by key; a value that is an object in base64 becomes that object. */
public final class MetadataJson {

  private static final JsonFactory JSON = new JsonFactory();

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
      try (JsonParser parser = JSON.createParser(decoded)) {
        if (parser.nextToken() != JsonToken.START_OBJECT || parser.nextToken() == JsonToken.END_OBJECT) {
          return Optional.empty();
        }
        while (parser.nextToken() != null) {
          // Read to the end: what is copied later must be whole.
        }
        return Optional.of(decoded);
      }
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static void copy(byte[] object, GoJsonWriter json) throws IOException {
    try (JsonParser parser = JSON.createParser(object)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT -> json.beginObject();
          case END_OBJECT -> json.endObject();
          case START_ARRAY -> json.beginArray();
          case END_ARRAY -> json.endArray();
          case FIELD_NAME -> json.name(parser.currentName());
          case VALUE_STRING -> json.string(parser.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> json.raw(parser.getText());
          case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> throw new IOException("unexpected " + token);
        }
      }
    }
  }
}
