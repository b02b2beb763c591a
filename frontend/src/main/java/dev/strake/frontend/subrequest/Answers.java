package dev.strake.frontend.subrequest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.llb.go.GoJsonWriter;
import java.util.List;
import java.util.Map;

/** What the answers to subrequests have in common. */
final class Answers {

  private Answers() {}

  static Map<String, byte[]> of(GoJsonWriter json, String text, String version) {
    return Map.of(
        Subrequests.JSON, json.toBytes(),
        Subrequests.TEXT, Utf8Escapes.encode(text),
        Subrequests.VERSION, version.getBytes(UTF_8));
  }

  /** Writes a field, unless its text is empty. */
  static void text(GoJsonWriter json, String name, String value) {
    if (!value.isEmpty()) {
      json.name(name).string(value);
    }
  }

  /** Writes a field, unless it is false. */
  static void flag(GoJsonWriter json, String name, boolean value) {
    if (value) {
      json.name(name).bool(true);
    }
  }

  /** Writes a place's field, unless there is none. */
  static void location(GoJsonWriter json, List<LineRange> ranges) {
    if (!ranges.isEmpty()) {
      json.name("location").beginObject();
      ranges(json, ranges);
      json.endObject();
    }
  }

  /** Writes the field of a place's ranges, unless there are none. */
  static void ranges(GoJsonWriter json, List<LineRange> ranges) {
    if (!ranges.isEmpty()) {
      json.name("ranges").array(ranges, Answers::range);
    }
  }

  private static void range(GoJsonWriter json, LineRange range) {
    json.beginObject();
    position(json, "start", range.first());
    position(json, "end", range.last());
    json.endObject();
  }

  private static void position(GoJsonWriter json, String name, int line) {
    json.name(name).beginObject();
    if (line != 0) {
      json.name("line").number(line);
    }
    json.endObject();
  }
}
