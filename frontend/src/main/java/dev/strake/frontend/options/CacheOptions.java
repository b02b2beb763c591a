package dev.strake.frontend.options;

import dev.strake.frontend.json.JsonMismatch;
import dev.strake.frontend.port.GatewayPort.CacheImport;
import dev.strake.llb.go.GoJsonReader;
import dev.strake.llb.go.GoJsonReader.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    try {
      readEntries(GoJsonReader.of(json.getBytes(StandardCharsets.UTF_8)), imports);
    } catch (IOException | JsonMismatch malformed) {
      reader.report(OptionDiagnostics.invalidCacheImports(json, String.valueOf(malformed.getMessage())));
    }
  }

  private static void readEntries(GoJsonReader parser, List<CacheImport> imports) {
    if (parser.next() == Token.NULL) {
      return;
    }
    JsonMismatch.expect(parser, Token.ARRAY, "value of type []*" + ENTRY);
    while (parser.next() != Token.END_ARRAY) {
      JsonMismatch.expect(parser, Token.OBJECT, "value of type " + ENTRY);
      imports.add(readEntry(parser));
    }
  }

  private static CacheImport readEntry(GoJsonReader parser) {
    String type = "";
    Map<String, String> attributes = new LinkedHashMap<>();
    while (parser.next() != Token.END_OBJECT) {
      // Go does not mind the case of names.
      String name = parser.text().toLowerCase(Locale.ROOT);
      Token value = parser.next();
      if (name.equals("type") && value != Token.NULL) {
        JsonMismatch.expect(parser, Token.STRING, FIELD + "Type of type string");
        type = parser.text();
      } else if (name.equals("attrs") && value != Token.NULL) {
        JsonMismatch.expect(parser, Token.OBJECT, FIELD + "Attrs of type map[string]string");
        readAttributes(parser, attributes);
      } else {
        parser.skipValue();
      }
    }
    return new CacheImport(type, attributes);
  }

  private static void readAttributes(GoJsonReader parser, Map<String, String> attributes) {
    while (parser.next() != Token.END_OBJECT) {
      String name = parser.text();
      if (parser.next() == Token.NULL) {
        attributes.put(name, "");
      } else {
        JsonMismatch.expect(parser, Token.STRING, FIELD + "Attrs of type string");
        attributes.put(name, parser.text());
      }
    }
  }
}
