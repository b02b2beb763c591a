package dev.strake.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.ClientRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ours and BuildKit's own {@code buildctl} get the same command lines, and a daemon of each writes down what comes over
 * the wire: requests field by field, headers, what the session's services answer, spans; beside it what they print, how
 * they end and what files they leave. {@code -Dstrake.lines=TEXT} takes only the lines that have the text.
 */
@Timeout(60)
class RecordingIT {

  private static final Path TESTDATA = Path.of("..", "testdata");
  private static final Path TABLE = TESTDATA.resolve("buildctl/command-lines.txt");
  private static final AllowedLines ALLOWED = AllowedLines.read(TESTDATA.resolve("buildctl/allowed.txt"));

  /** A variable of the table that no client sees. */
  private static final String DAEMON = "DAEMON";

  /** What comes first of two things that happen at once is chance, for both clients. */
  private static final int TRIES = 3;

  @TempDir Path folder;

  static Stream<CommandLine> commandLines() throws IOException {
    String wanted = System.getProperty("strake.lines", "");
    return CommandLine.readAll(TABLE).stream().filter(line -> line.text().contains(wanted));
  }

  interface Client {
    ClientRun run(ClientRun.Given given, List<String> words) throws IOException, InterruptedException;
  }

  /** By aspect what came of a run. */
  private Map<String, String> observe(CommandLine line, String name, Client client) throws Exception {
    Path place = Files.createDirectory(folder.resolve(name));
    Path socket = folder.resolve(name + ".sock");
    Map<String, String> environment = new HashMap<>();
    environment.put("BUILDKIT_HOST", "unix://" + socket);
    environment.put("HOME", Files.createDirectory(folder.resolve(name + "-home")).toString());
    environment.put("TZ", "UTC");
    environment.put("PATH", place.resolve("bin") + ":/usr/bin:/bin");
    environment.putAll(line.variables());
    environment.remove(DAEMON);
    Map<String, String> seen = new LinkedHashMap<>();
    try (Workplace workplace = Workplace.in(place, TESTDATA.resolve("tls"));
        RecordingDaemon daemon = daemon(line, socket)) {
      byte[] input = line.input().isPresent() ? Files.readAllBytes(place.resolve(line.input().get())) : new byte[0];
      ClientRun run = client.run(new ClientRun.Given(place, environment, input), line.words());
      seen.put("exit code", Integer.toString(run.exitCode()));
      seen.put("standard output", run.text());
      seen.put("standard error", run.err());
      seen.put("requests", daemon.recording().text());
      seen.put("files", workplace.contents());
      seen.put("spans", daemon.spans().replace(socket.toString(), "SOCKET"));
    }
    PlainRun plain = new PlainRun(place);
    seen.replaceAll((aspect, text) -> plain.of(text));
    if (line.words().contains("--generate-shell-completion")) {
      seen.computeIfPresent("standard output", (aspect, text) -> text.replaceAll(":.*", ":..."));
    }
    if (line.words().contains("--debug")) {
      seen.computeIfPresent("standard error", (aspect, text) -> PlainRun.inAnyOrder(text));
    }
    return seen;
  }

  private static RecordingDaemon daemon(CommandLine line, Path socket) throws IOException {
    boolean secured = "tls".equals(line.variables().get(DAEMON));
    return secured ? RecordingDaemon.listenSecured(socket, TESTDATA.resolve("tls")) : RecordingDaemon.listen(socket);
  }

  @Test
  void whatIsAllowedIsAsked() throws IOException {
    List<String> asked = CommandLine.readAll(TABLE).stream().map(CommandLine::text).toList();

    assertThat(asked).containsAll(ALLOWED.lines()).doesNotHaveDuplicates();
    assertThat(ALLOWED.patterns()).allSatisfy(pattern -> assertThat(asked).anyMatch(line -> line.matches(pattern)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commandLines")
  void bothClientsDoTheSame(CommandLine line) throws Exception {
    Set<String> different = Set.of();
    Map<String, String> ours = Map.of();
    Map<String, String> stock = Map.of();
    for (int i = 0; i < TRIES && (i == 0 || !ALLOWED.fit(line.text(), different)); i++) {
      String run = "-" + i;
      FutureTask<Map<String, String>> beside = new FutureTask<>(() -> observe(line, "stock" + run, ClientRun::stock));
      Thread.startVirtualThread(beside);
      ours = observe(line, "ours" + run, ClientRun::ours);
      stock = beside.get();
      different = differences(ours, stock);
    }
    String told = line.text() + "\n" + ALLOWED.describe(line.text()) + "; differ: " + different;
    if (!ALLOWED.fit(line.text(), different)) {
      ours.keySet().retainAll(different);
      stock.keySet().retainAll(different);
      assertThat(ours).as(told).isEqualTo(stock);
    }
    assertThat(ALLOWED.fit(line.text(), different)).as(told).isTrue();
  }

  private static Set<String> differences(Map<String, String> ours, Map<String, String> stock) {
    Set<String> different = new TreeSet<>();
    for (Map.Entry<String, String> aspect : stock.entrySet()) {
      if (!aspect.getValue().equals(ours.get(aspect.getKey()))) {
        different.add(aspect.getKey());
      }
    }
    return different;
  }
}
