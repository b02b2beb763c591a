package dev.strake.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.testing.ClientRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The progress of builds with steps that run at the same time, as {@code testdata/buildctl/progress} has it, shown by
 * ours and by BuildKit's own client as lines: the same text, times included, for those are the daemon's.
 *
 * <p>When a step's turn is over is a matter of milliseconds: what differs is asked again, and is equal when it was equal
 * once. Where steps are news at the same moment the reference chooses by chance, so in the recordings none are.
 */
class ProgressIT {

  private static final Path RECORDINGS = Path.of("..", "testdata", "buildctl", "progress");
  private static final int TRIES = 4;

  @TempDir Path folder;

  static List<String> recordings() throws IOException {
    try (Stream<Path> files = Files.list(RECORDINGS)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".rec")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void linesAreTheSame(String name) throws Exception {
    Path socket = folder.resolve("daemon.sock");
    ClientRun.Given given =
        new ClientRun.Given(folder, Map.of("BUILDKIT_HOST", "unix://" + socket, "HOME", "" + folder), new byte[0]);
    List<String> words = List.of("debug", "logs", "--progress=plain", name);
    String ours = "";
    String stock = "";
    RecordingDaemon daemon =
        RecordingDaemon.listen(socket, Map.of(name, StatusReplay.read(RECORDINGS.resolve(name))));
    try (daemon) {
      for (int i = 0; i < TRIES && (i == 0 || !ours.equals(stock)); i++) {
        FutureTask<ClientRun> beside = new FutureTask<>(() -> ClientRun.stock(given, words));
        Thread.startVirtualThread(beside);
        ours = ClientRun.ours(given, words).text();
        stock = beside.get().text();
      }
    }

    assertThat(ours).isEqualTo(stock).contains("#5 ");
  }
}
