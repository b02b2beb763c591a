package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.bridge.host.Streams;
import dev.strake.llb.go.GoJson;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoTime;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes log lines, in the format that {@code --log-format} names: as text, a terminal gets them in colours, and
 * anything else as fields.
 */
final class LogLines {

  private enum Level {
    DEBUG(37),
    INFO(36),
    WARNING(33);

    private final int color;

    Level(int color) {
      this.color = color;
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A line, with a field or without. */
  private record Line(Level level, String message, Optional<Map.Entry<String, String>> field, String time) {

    /** Go's names of fields come sorted. */
    String json() {
      String first =
          field.map(more -> GoJson.string(more.getKey()) + ":" + GoJson.string(more.getValue()) + ",").orElse("");
      return "{%s\"level\":\"%s\",\"msg\":%s,\"time\":\"%s\"}"
          .formatted(first, level.text(), GoJson.string(message), time);
    }

    String fields() {
      String last = field.map(more -> " " + more.getKey() + "=" + quoted(more.getValue())).orElse("");
      return "time=\"%s\" level=%s msg=%s%s".formatted(time, level.text(), quoted(message), last);
    }

    String colored() {
      String last =
          field
              .map(more -> " " + inColor(more.getKey()) + "=" + quoted(more.getValue()))
              .orElse("");
      return "%s[%s] %-44s %s".formatted(inColor(level.name().substring(0, 4)), time, message, last);
    }

    private String inColor(String text) {
      return "\u001b[" + level.color + "m" + text + "\u001b[0m";
    }

    private static String quoted(String text) {
      return text.chars().allMatch(Line::isPlain) ? text : GoQuote.quote(text);
    }

    private static boolean isPlain(int c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._/@^+".indexOf(c) >= 0;
    }
  }

  private final PrintStream err;
  private final Function<Line, String> format;
  private final boolean debug;

  LogLines(Streams streams, FlagValues flags) {
    this.err = streams.err();
    this.debug = flags.on("debug");
    if (flags.text("log-format").equals("json")) {
      this.format = Line::json;
    } else {
      this.format = streams.errIsTerminal() ? Line::colored : Line::fields;
    }
  }

  /** Only where {@code --debug} asks for it. */
  void debug(String message) {
    if (debug) {
      write(Level.DEBUG, message, Optional.empty());
    }
  }

  void info(String message) {
    write(Level.INFO, message, Optional.empty());
  }

  void warning(String message) {
    write(Level.WARNING, message, Optional.empty());
  }

  void warning(String message, String error) {
    write(Level.WARNING, message, Optional.of(Map.entry("error", error)));
  }

  private void write(Level level, String message, Optional<Map.Entry<String, String>> field) {
    String time = GoTime.rfc3339(OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS));
    err.println(format.apply(new Line(level, message, field, time)));
  }
}
