package dev.strake.bridge.buildctl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Host;
import dev.strake.bridge.host.Session;
import dev.strake.bridge.host.ShutdownGuard;
import dev.strake.bridge.host.Streams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the reference's library prints them, whatever the daemon has to say. */
class LogLinesTest {

  @TempDir Path folder;

  private List<String> lines(boolean terminal, String... flags) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
    PrintStream kept = new PrintStream(err, true, StandardCharsets.UTF_8);
    Streams streams = new Streams(InputStream.nullInputStream(), nowhere, kept, true, false, terminal);
    Session session = new Session(new Host(Map.of(), folder, true), streams, folder, new ShutdownGuard());
    List<String> words = new ArrayList<>(List.of("--addr", "unix://" + folder.resolve("none")));
    words.addAll(List.of(flags));
    words.addAll(List.of("build", "--frontend", "any", "--trace", "t", "--export-cache", "x", "--progress", "plain"));
    new Buildctl(session, "test").run(words);
    return err.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("error: "))
        .map(line -> line.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:Z|[+-]\\d\\d:\\d\\d)", "TIME"))
        .toList();
  }

  @Test
  void aTerminalHasColors() {
    assertThat(lines(true))
        .contains(
            "\u001b[36mINFO\u001b[0m[TIME] tracing logs to t" + " ".repeat(27) + " ",
            "\u001b[33mWARN\u001b[0m[TIME] --export-cache <ref> is deprecated. Please use --export-cache"
                + " type=registry,ref=<ref>,<opt>=<optval>[,<opt>=<optval>] instead ");
  }

  @Test
  void elsewhereALineHasFields() {
    assertThat(lines(false)).contains("time=\"TIME\" level=info msg=\"tracing logs to t\"");
  }

  @Test
  void jsonIsJsonOnATerminalToo() {
    assertThat(lines(true, "--log-format", "json"))
        .contains("{\"level\":\"info\",\"msg\":\"tracing logs to t\",\"time\":\"TIME\"}");
  }
}
