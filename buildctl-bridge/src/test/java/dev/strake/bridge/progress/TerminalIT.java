package dev.strake.bridge.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.host.Command;
import dev.strake.bridge.testing.DaemonExtension;
import dev.strake.bridge.testing.StrakeProcess;
import dev.strake.bridge.testing.TestDaemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The live display on a real terminal, tmux's. */
@ExtendWith(DaemonExtension.class)
class TerminalIT {

  private static final int TRIES = 300;

  @TempDir Path folder;
  private TestDaemon daemon;
  private String socket;

  @BeforeEach
  void names(TestDaemon shared) {
    daemon = shared;
    socket = "strake-" + folder.getFileName();
  }

  @AfterEach
  void endTmux() throws Exception {
    Command.of("tmux", "-L", socket, "kill-server").run(line -> {});
  }

  @Test
  void stepsRunEndAndCollapseWhileTheWindowChanges() throws Exception {
    dockerfile("RUN for i in 1 2 3 4 5 6 7 8 9; do echo line $i; done; sleep 4\nRUN echo second");
    start(100, 30, "");

    List<String> running =
        await(screen -> screen.stream().anyMatch(line -> line.contains("=> => # ") && line.contains("line 9")));
    assertThat(running).anyMatch(line -> line.matches("\\[\\+\\] Building \\d+\\.\\ds \\(\\d+/\\d+\\)\\s*"));
    assertThat(running).noneMatch(line -> line.contains("=> => # ") && line.endsWith("line 2"));
    assertThat(running)
        .filteredOn(line -> line.contains("RUN for i in"))
        .singleElement()
        .asString()
        .hasSizeLessThan(100);

    tmux("resize-window", "-t", "0", "-x", "50", "-y", "20");
    List<String> narrow = await(screen -> screen.stream().filter(line -> line.startsWith("[+] Building")).count() == 1
        && screen.stream().anyMatch(line -> line.contains("RUN for i in")));
    assertThat(narrow).allMatch(line -> line.length() < 50);

    List<String> ended = await(screen -> screen.contains("ended 0"));
    assertThat(ended).filteredOn(line -> line.startsWith("[+] Building")).hasSize(1);
    assertThat(ended).noneMatch(line -> line.contains("=> => #"));
    assertThat(ended).anyMatch(line -> line.matches(" => \\[stage-0 3/3\\] RUN echo second +\\d+\\.\\ds"));
  }

  @Test
  void aFailureAndWarningsStandAtTheEnd() throws Exception {
    dockerfile("MAINTAINER me\nRUN echo the reason; false");
    start(140, 50, "");

    List<String> ended = await(screen -> screen.contains("ended 1"));

    assertThat(String.join("\n", ended))
        .containsSubsequence(
            " => ERROR [stage-0 2/2] RUN echo the reason; false",
            "MaintainerDeprecated",
            "------",
            " > [stage-0 2/2] RUN echo the reason; false:",
            "the reason",
            "------",
            "Dockerfile:4",
            "   4 | >>> RUN echo the reason; false",
            "did not complete successfully: exit code: 1");
  }

  @Test
  void coloursOnlyWhereTheyAreWelcome() throws Exception {
    dockerfile("RUN true");
    start(80, 24, "");
    await(screen -> screen.contains("ended 0"));
    assertThat(String.join("", capture("-e"))).contains("\033[34m");
    endTmux();
    // The server of that name may take a moment to be gone.
    socket += "-plain";

    start(80, 24, "NO_COLOR=1 ");
    await(screen -> screen.contains("ended 0"));
    assertThat(String.join("", capture("-e"))).doesNotContain("\033[34m");
  }

  @Test
  void aTinyWindow() throws Exception {
    dockerfile("RUN true");
    start(10, 4, "");

    assertThat(await(screen -> screen.stream().anyMatch(line -> line.contains("ended 0"))))
        .allMatch(line -> line.length() <= 10);
  }

  private void dockerfile(String steps) throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\nCOPY --from=busybox / /\n" + steps + "\n");
  }

  private void start(int columns, int lines, String environment) throws Exception {
    List<String> words =
        StrakeProcess.command(
            "build", "--addr", daemon.address(), "--no-cache", "--build-context", "busybox=rootfs:busybox",
            folder.toString());
    String command = environment + Command.of(words) + "; echo ended $?; sleep 60";
    Path script = Files.writeString(folder.resolve("run.sh"), command);
    tmux("new-session", "-d", "-x", Integer.toString(columns), "-y", Integer.toString(lines), "sh " + script);
  }

  private List<String> tmux(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket, "-f", "/dev/null"));
    command.addAll(List.of(words));
    List<String> output = new ArrayList<>();
    assertThat(Command.of(command).run(output::add)).as(output.toString()).isZero();
    return output;
  }

  private List<String> capture(String... options) throws Exception {
    List<String> words = new ArrayList<>(List.of("capture-pane", "-p"));
    words.addAll(List.of(options));
    return tmux(words.toArray(String[]::new));
  }

  private List<String> await(Predicate<List<String>> wanted) throws Exception {
    List<String> screen = List.of();
    for (int i = 0; i < TRIES; i++) {
      screen = capture();
      if (wanted.test(screen)) {
        return screen;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("not seen; the screen was\n" + String.join("\n", screen));
  }
}
