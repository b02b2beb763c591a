package dev.strake.bridge.progress;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import dev.strake.bridge.error.SourceExcerpt;
import dev.strake.llb.SourceRange;
import dev.strake.llb.go.GoJsonWriter;
import dev.strake.llb.go.GoTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A message of the daemon about a running build, as BuildKit's client writes it as JSON. */
public final class StatusJson {

  private StatusJson() {}

  /** One line, without its end. */
  public static String of(List<ProgressEvent> events) {
    GoJsonWriter json = GoJsonWriter.compact().beginObject();
    list(json, "vertexes", events, VertexChanged.class, StatusJson::vertex);
    list(json, "statuses", events, StatusChanged.class, StatusJson::status);
    list(json, "logs", events, LogWritten.class, StatusJson::log);
    list(json, "warnings", events, WarningRaised.class, StatusJson::warning);
    return json.endObject().toString();
  }

  private static <T extends ProgressEvent> void list(
      GoJsonWriter json, String name, List<ProgressEvent> events, Class<T> kind, BiConsumer<GoJsonWriter, T> writer) {
    List<T> some = events.stream().filter(kind::isInstance).map(kind::cast).toList();
    if (!some.isEmpty()) {
      json.name(name).array(some, writer);
    }
  }

  private static void vertex(GoJsonWriter json, VertexChanged vertex) {
    json.beginObject();
    text(json, "digest", vertex.vertex());
    if (!vertex.inputs().isEmpty()) {
      json.name("inputs").array(vertex.inputs(), GoJsonWriter::string);
    }
    text(json, "name", vertex.name());
    time(json, "started", vertex.started());
    time(json, "completed", vertex.completed());
    if (vertex.cached()) {
      json.name("cached").bool(true);
    }
    text(json, "error", vertex.error());
    vertex.group().ifPresent(group -> {
      json.name("progressGroup").beginObject();
      text(json, "id", group.id());
      text(json, "name", group.name());
      if (group.weak()) {
        json.name("weak").bool(true);
      }
      json.endObject();
    });
    json.endObject();
  }

  private static void status(GoJsonWriter json, StatusChanged status) {
    json.beginObject().name("id").string(status.id());
    text(json, "vertex", status.vertex());
    text(json, "name", status.name());
    number(json, "total", status.total());
    json.name("current").number(status.current());
    json.name("timestamp").string(time(status.timestamp()));
    time(json, "started", status.started());
    time(json, "completed", status.completed());
    json.endObject();
  }

  private static void log(GoJsonWriter json, LogWritten log) {
    json.beginObject();
    text(json, "vertex", log.vertex());
    number(json, "stream", log.stream());
    json.name("data").bytes(log.data()).name("timestamp").string(time(log.timestamp())).endObject();
  }

  private static void warning(GoJsonWriter json, WarningRaised warning) {
    json.beginObject();
    text(json, "vertex", warning.vertex());
    number(json, "level", warning.level());
    if (!warning.message().isEmpty()) {
      json.name("short").bytes(utf8(warning.message()));
    }
    if (!warning.detail().isEmpty()) {
      json.name("detail").array(warning.detail(), (writer, line) -> writer.bytes(utf8(line)));
    }
    text(json, "url", warning.url());
    warning.source().ifPresent(source -> source(json, source));
    json.endObject();
  }

  private static void source(GoJsonWriter json, SourceExcerpt source) {
    json.name("sourceInfo").beginObject();
    text(json, "filename", source.filename());
    if (source.data().length > 0) {
      json.name("data").bytes(source.data());
    }
    text(json, "language", source.language());
    json.endObject();
    if (!source.ranges().isEmpty()) {
      json.name("range").array(source.ranges(), StatusJson::range);
    }
  }

  private static void range(GoJsonWriter json, SourceRange range) {
    json.beginObject();
    position(json, "start", range.startLine(), range.startCharacter());
    position(json, "end", range.endLine(), range.endCharacter());
    json.endObject();
  }

  private static void position(GoJsonWriter json, String name, int line, int character) {
    json.name(name).beginObject();
    number(json, "line", line);
    number(json, "character", character);
    json.endObject();
  }

  private static void text(GoJsonWriter json, String name, String value) {
    if (!value.isEmpty()) {
      json.name(name).string(value);
    }
  }

  private static void number(GoJsonWriter json, String name, long value) {
    if (value != 0) {
      json.name(name).number(value);
    }
  }

  private static void time(GoJsonWriter json, String name, Optional<Instant> value) {
    value.ifPresent(instant -> json.name(name).string(time(instant)));
  }

  private static String time(Instant instant) {
    return GoTime.rfc3339(instant.atOffset(ZoneOffset.UTC));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
