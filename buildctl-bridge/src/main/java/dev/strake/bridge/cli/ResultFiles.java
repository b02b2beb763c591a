package dev.strake.bridge.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes what the exporters told: {@code --metadata-file} and {@code --iidfile}. */
final class ResultFiles {

  private static final JsonFactory JSON = new JsonFactory();

  private ResultFiles() {}

  /** All of it as JSON, sorted by key; a value that is JSON in base64 becomes that JSON. */
  static void writeMetadata(Path file, Map<String, String> response) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      generator.writeStartObject();
      for (Map.Entry<String, String> entry : new TreeMap<>(response).entrySet()) {
        generator.writeFieldName(entry.getKey());
        Optional<byte[]> object = jsonObject(entry.getValue());
        if (object.isPresent()) {
          copy(object.get(), generator);
        } else {
          generator.writeString(entry.getValue());
        }
      }
      generator.writeEndObject();
    }
    write(file, text.append('\n').toString());
  }

  /** The image's digest: its configuration's where the exporter tells it. */
  static void writeImageId(Path file, Map<String, String> response) throws IOException {
    String digest = response.getOrDefault("containerimage.config.digest", response.get("containerimage.digest"));
    if (digest == null) {
      throw new IOException("--iidfile: this build's result is no image; add -o type=image, oci or docker");
    }
    write(file, digest);
  }

  private static Optional<byte[]> jsonObject(String text) {
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

  private static void copy(byte[] object, JsonGenerator generator) throws IOException {
    try (JsonParser parser = JSON.createParser(object)) {
      parser.nextToken();
      generator.copyCurrentStructure(parser);
    }
  }

  /** Under its name only when it is whole. */
  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, text.getBytes(StandardCharsets.UTF_8));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
