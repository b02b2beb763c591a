package dev.strake.frontend.options;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.strake.frontend.json.JsonMismatch;
import dev.strake.frontend.port.GatewayPort.CacheImport;
import dev.strake.llb.go.GoJsonSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads which caches to import and which steps not to take from a cache. */
final class CacheOptions {

  private static final String ENTRY = "moby_buildkit_v1.CacheOptionsEntry";

  private static final String FIELD = "struct field CacheOptionsEntry.";

  private final OptionReader reader;

  CacheOptions(OptionReader reader) {
    this.reader = reader;
  }

  List<CacheImport> imports() {
    List<CacheImport> imports = new ArrayList<>();
    String json = reader.text("cache-imports");
    if (!json.isEmpty()) {
      read(json, imports);
    }
    String references = reader.text("cache-from");
    if (!references.isEmpty()) {
      for (String reference : references.split(",", -1)) {
        imports.add(new CacheImport("registry", Map.of("ref", reference)));
      }
    }
    return imports;
  }

  private void read(String json, List<CacheImport> imports) {
    Optional<String> problem = GoJsonSyntax.problem(json.getBytes(StandardCharsets.UTF_8));
    if (problem.isPresent()) {
      reader.report(OptionDiagnostics.invalidCacheImports(json, problem.get()));
      return;
    }
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      readEntries(parser, imports);
    } catch (JsonMismatch mismatch) {
      reader.report(OptionDiagnostics.invalidCacheImports(json, String.valueOf(mismatch.getMessage())));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void readEntries(JsonParser parser, List<CacheImport> imports) throws IOException {
    if (parser.nextToken() == JsonToken.VALUE_NULL) {
      return;
    }
    JsonMismatch.expect(parser, JsonToken.START_ARRAY, "value of type []*" + ENTRY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonMismatch.expect(parser, JsonToken.START_OBJECT, "value of type " + ENTRY);
      imports.add(readEntry(parser));
    }
  }

  private static CacheImport readEntry(JsonParser parser) throws IOException {
    String type = "";
    Map<String, String> attributes = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      // Go does not mind the case of names.
      String name = parser.currentName().toLowerCase(Locale.ROOT);
      JsonToken value = parser.nextToken();
      if (name.equals("type") && value != JsonToken.VALUE_NULL) {
        JsonMismatch.expect(parser, JsonToken.VALUE_STRING, FIELD + "Type of type string");
        type = parser.getText();
      } else if (name.equals("attrs") && value != JsonToken.VALUE_NULL) {
        JsonMismatch.expect(parser, JsonToken.START_OBJECT, FIELD + "Attrs of type map[string]string");
        readAttributes(parser, attributes);
      } else {
        parser.skipChildren();
      }
    }
    return new CacheImport(type, attributes);
  }

  private static void readAttributes(JsonParser parser, Map<String, String> attributes) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NULL) {
        attributes.put(name, "");
      } else {
        JsonMismatch.expect(parser, JsonToken.VALUE_STRING, FIELD + "Attrs of type string");
        attributes.put(name, parser.getText());
      }
    }
  }
}
