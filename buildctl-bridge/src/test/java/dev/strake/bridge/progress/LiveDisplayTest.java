package dev.strake.bridge.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveDisplayTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Terminal NARROW = () -> new Terminal.Size(40, 6);

  @Test
  void theLastDrawingHasEveryStepAndFitsTheWidth() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    LiveDisplay display = new LiveDisplay(out, NARROW, DisplaySettings.plain());
    List<VertexChanged> steps = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      steps.add(ended("v" + i, "[" + (i + 1) + "/9] RUN something with a name that is long"));
    }
    display.onProgress(List.copyOf(steps));
    display.onProgress(List.of(failed("f", "RUN false"), log("f", "\033[31mred\033[0m\tand blue\n")));
    display.close();

    List<String> lines = visible(printed);
    assertThat(lines.subList(lines.size() - 14, lines.size()))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("[+] Building ").contains("(10/10) FINISHED").hasSize(39),
            line -> assertThat(line).isEqualTo(" => [1/9] RUN something with a nam 0.1s"),
            line -> assertThat(line).startsWith(" => [2/9]"),
            line -> assertThat(line).startsWith(" => [3/9]"),
            line -> assertThat(line).startsWith(" => [4/9]"),
            line -> assertThat(line).startsWith(" => [5/9]"),
            line -> assertThat(line).startsWith(" => [6/9]"),
            line -> assertThat(line).startsWith(" => [7/9]"),
            line -> assertThat(line).startsWith(" => [8/9]"),
            line -> assertThat(line).startsWith(" => [9/9]"),
            line -> assertThat(line).startsWith(" => ERROR RUN false").endsWith("0.1s"),
            line -> assertThat(line).isEqualTo("------"),
            line -> assertThat(line).isEqualTo(" > RUN false:"),
            line -> assertThat(line).isEqualTo("0.050 red\tand blue"));
  }

  @Test
  void theLastDrawingHasThePartsOfEachStep() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    LiveDisplay display = new LiveDisplay(out, NARROW, DisplaySettings.plain());
    Instant end = START.plusMillis(100);
    display.onProgress(
        List.of(
            ended("v", "load"),
            new StatusChanged("files:", "v", "files", 2100, 0, end, Optional.of(START), Optional.of(end)),
            new StatusChanged("waits", "v", "waits", 0, 9, end, Optional.empty(), Optional.empty())));
    display.close();

    String last = printed.toString(StandardCharsets.UTF_8).replaceAll("\033\\[[?0-9]*[A-Za-z]", "");
    assertThat(last)
        .contains("(1/1) FINISHED")
        .containsSubsequence(" => load                           0.1s", " => => files: 2.10kB               0.1s")
        .doesNotContain("waits");
  }

  private static List<String> visible(ByteArrayOutputStream printed) {
    String text = printed.toString(StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>(text.replaceAll("\033\\[[?0-9]*[A-Za-z]", "").lines().toList());
    // The failed step's output is repeated as the program wrote it, and then comes the closing ruler.
    assertThat(lines.removeLast()).isEqualTo("------");
    lines.replaceAll(line -> line.startsWith("\r") ? line.substring(1) : line);
    while (lines.size() > 14) {
      lines.removeFirst();
    }
    return lines;
  }

  private static VertexChanged ended(String id, String name) {
    return new VertexChanged(
        id, List.of(), name, false, Optional.of(START), Optional.of(START.plusMillis(100)), "", Optional.empty());
  }

  private static VertexChanged failed(String id, String name) {
    return new VertexChanged(
        id, List.of(), name, false, Optional.of(START), Optional.of(START.plusMillis(100)), "bad", Optional.empty());
  }

  private static LogWritten log(String id, String text) {
    return new LogWritten(id, 1, text.getBytes(StandardCharsets.UTF_8), START.plusMillis(50));
  }
}
