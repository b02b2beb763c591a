package dev.strake.bridge.buildctl;

import dev.strake.bridge.buildctl.command.FlagValues;
import dev.strake.llb.go.GoJson;
import dev.strake.llb.go.GoQuote;
import dev.strake.llb.go.GoTime;
import java.io.PrintStream;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Writes log lines, in the format that {@code --log-format} names. */
final class LogLines {

  private final PrintStream err;
  private final boolean json;
  private final boolean debug;

  LogLines(PrintStream err, FlagValues flags) {
    this.err = err;
    this.json = flags.text("log-format").equals("json");
    this.debug = flags.on("debug");
  }

  /** Only where {@code --debug} asks for it. */
  void debug(String message) {
    if (debug) {
      write("debug", message);
    }
  }

  void info(String message) {
    write("info", message);
  }

  void warning(String message) {
    write("warning", message);
  }

  void warning(String message, String error) {
    write("warning", message, "error", error);
  }

  private void write(String level, String message) {
    String time = now();
    err.println(
        json
            ? "{\"level\":\"%s\",\"msg\":%s,\"time\":\"%s\"}".formatted(level, GoJson.string(message), time)
            : "time=\"%s\" level=%s msg=%s".formatted(time, level, GoQuote.quote(message)));
  }

  /** With a field, whose name comes before the others'. */
  private void write(String level, String message, String field, String value) {
    String time = now();
    err.println(
        json
            ? "{\"%s\":%s,\"level\":\"%s\",\"msg\":%s,\"time\":\"%s\"}"
                .formatted(field, GoJson.string(value), level, GoJson.string(message), time)
            : "time=\"%s\" level=%s msg=%s %s=%s"
                .formatted(time, level, GoQuote.quote(message), field, GoQuote.quote(value)));
  }

  private static String now() {
    return GoTime.rfc3339(OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS));
  }
}
