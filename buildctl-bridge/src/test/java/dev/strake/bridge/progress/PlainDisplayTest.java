package dev.strake.bridge.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.control.ProgressEvent;
import dev.strake.bridge.control.ProgressEvent.LogWritten;
import dev.strake.bridge.control.ProgressEvent.ProgressGroup;
import dev.strake.bridge.control.ProgressEvent.StatusChanged;
import dev.strake.bridge.control.ProgressEvent.VertexChanged;
import dev.strake.bridge.control.ProgressEvent.WarningRaised;
import dev.strake.bridge.error.SourceExcerpt;
import dev.strake.llb.SourceRange;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainDisplayTest {

  private static final SourceExcerpt PLACE =
      new SourceExcerpt(
          "Dockerfile",
          "Dockerfile",
          "RUN a\n  RUN b\n".getBytes(StandardCharsets.UTF_8),
          List.of(new SourceRange(2, 0, 2, 0)));

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Instant now = START;
  private final PlainDisplay display =
      new PlainDisplay(new PrintStream(printed, true, StandardCharsets.UTF_8), PlainDisplay.SHORT_NAMES, () -> now);

  @Test
  void aStepFromStartToEnd() {
    show(waits("a", "[1/2] RUN make"));
    show(runs("a", "[1/2] RUN make"), log("a", "hel", 20), log("a", "lo\nwor", 123));
    show(log("a", "ld", 124), ended("a", "[1/2] RUN make", 1260));
    display.close();

    assertPrinted(
        """
        #1 [1/2] RUN make
        #1 0.020 hello
        #1 0.123 world
        #1 DONE 1.3s
        """);
  }

  @Test
  void anUnfinishedLineGoesOnWhereItStandsAndIsRepeatedAfterAnother() {
    show(runs("a", "a"), log("a", "one ", 10));
    show(log("a", "line", 20));
    show(runs("b", "b"), ended("b", "b", 100));
    show(log("a", " more\n", 30), ended("a", "a", 200));

    assertPrinted(
        """
        #1 a
        #1 0.010 one line
        #1 ...

        #2 b
        #2 DONE 0.1s

        #1 a
        #1 0.010 one line more
        #1 DONE 0.2s
        """);
  }

  @Test
  void theBusiestIsNextOnceTheCurrentOneHasHadItsShare() {
    show(runs("a", "a"));
    show(runs("b", "b"), runs("c", "c"), log("c", "from c\n", 5));
    now = START.plus(Duration.ofSeconds(6));
    show(log("a", "from a\n", 6000));
    now = START.plus(Duration.ofSeconds(9));
    show(log("c", "again\n", 9000));

    assertPrinted(
        """
        #1 a
        #1 6.000 from a
        #1 ...

        #2 c
        #2 0.005 from c
        #2 9.000 again
        """);
  }

  @Test
  void cachedAndWarnedAndParts() {
    show(runs("a", "a"), part("a", "transferring context:", 2100, 0, Optional.empty()));
    show(part("a", "transferring context:", 2100, 0, Optional.of(at(200))), new WarningRaised("a", 1, "mind the gap",
        List.of(), "https://example.invalid/gap", Optional.of(PLACE)), ended("a", "a", 200));
    show(new VertexChanged("b", List.of(), "b", true, Optional.of(at(0)), Optional.of(at(0)), "", Optional.empty()));
    display.close();

    assertPrinted(
        """
        #1 a
        #1 transferring context: 2.10kB 0.1s
        #1 transferring context: 2.10kB 0.2s done
        #1 WARN: mind the gap
        #1 DONE 0.2s

        #2 b
        #2 CACHED
        """);
  }

  @Test
  void twoAtOnceAreShownOneAfterTheOther() {
    show(runs("a", "a"), runs("b", "b"));
    show(log("b", "from b\n", 10), log("a", "from a\n", 20));
    show(ended("b", "b", 100));
    show(log("a", "more\n", 120), ended("a", "a", 200));

    assertPrinted(
        """
        #1 a
        #1 0.020 from a
        #1 ...

        #2 b
        #2 0.010 from b
        #2 DONE 0.1s

        #1 a
        #1 0.120 more
        #1 DONE 0.2s
        """);
  }

  @Test
  void aStepThatWaitsLongGetsItsTurn() {
    show(runs("a", "a"), runs("b", "b"));
    now = START.plus(Duration.ofSeconds(11));
    show(log("a", "still here\n", 11_000));

    assertPrinted(
        """
        #1 a
        #1 11.00 still here
        #1 ...

        #2 b
        """);
  }

  @Test
  void aFailureIsRepeatedAtTheEndWithTheLastLines() {
    show(runs("a", "[2/2] RUN false"), log("a", "oh no\n", 70), failed("a", "[2/2] RUN false", "exit code: 1"));
    show(runs("b", "b"), failed("b", "b", "context canceled"));
    display.close();

    assertPrinted(
        """
        #1 [2/2] RUN false
        #1 0.070 oh no
        #1 ERROR: exit code: 1

        #2 b
        #2 CANCELED
        ------
         > [2/2] RUN false:
        0.070 oh no
        ------
        """);
  }

  @Test
  void aLongPartIsShownNowAndThen() {
    show(runs("a", "a"), partAt("a", 500), partAt("a", 1000));
    show(partAt("a", 1400));
    show(partAt("a", 2000));
    show(partAt("a", 2100));
    show(tinyAt("a", 3000));
    show(tinyAt("a", 7000));
    show(tinyAt("a", 8000));

    assertPrinted(
        """
        #1 a
        #1 layer 1.00kB / 20.00kB 1.0s
        #1 layer 2.00kB / 20.00kB 2.0s
        #1 manifest 1B / 1.00kB 3.0s
        #1 manifest 1B / 1.00kB 8.0s
        """);
  }

  @Test
  void whatHappensWithinAMomentIsOneBlock() {
    display.onProgress(List.of(runs("a", "a"), runs("b", "b")));
    display.onProgress(List.of(log("b", "from b\n", 10), ended("b", "b", 100)));
    display.onProgress(List.of(log("a", "from a\n", 20), ended("a", "a", 200)));
    display.flush();

    assertPrinted(
        """
        #1 b
        #1 0.010 from b
        #1 DONE 0.1s

        #2 a
        #2 0.020 from a
        #2 DONE 0.2s
        """);
  }

  @Test
  void aGroupIsOneStep() {
    Optional<ProgressGroup> group = Optional.of(new ProgressGroup("g", "importing", false));
    show(
        new VertexChanged("a", List.of(), "a", false, Optional.of(at(0)), Optional.of(at(100)), "", group),
        new VertexChanged("b", List.of(), "b", false, Optional.of(at(50)), Optional.empty(), "", group));
    show(new VertexChanged("b", List.of(), "b", false, Optional.of(at(50)), Optional.of(at(400)), "", group));

    assertPrinted(
        """
        #1 importing
        #1 DONE 0.4s
        """);
  }

  @Test
  void aGroupThatOnlyBelongsToOthersIsNotShown() {
    Optional<ProgressGroup> weak = Optional.of(new ProgressGroup("g", "hidden", true));
    show(new VertexChanged("a", List.of(), "a", false, Optional.of(at(0)), Optional.of(at(9)), "", weak));
    display.close();

    assertPrinted("");
  }

  private void show(ProgressEvent... events) {
    display.onProgress(List.of(events));
    display.flush();
  }

  private void assertPrinted(String text) {
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEqualTo(text);
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  private static VertexChanged waits(String id, String name) {
    return new VertexChanged(id, List.of(), name, false, Optional.empty(), Optional.empty(), "", Optional.empty());
  }

  private static VertexChanged runs(String id, String name) {
    return new VertexChanged(id, List.of(), name, false, Optional.of(START), Optional.empty(), "", Optional.empty());
  }

  private static VertexChanged ended(String id, String name, long millis) {
    return new VertexChanged(
        id, List.of(), name, false, Optional.of(START), Optional.of(at(millis)), "", Optional.empty());
  }

  private static VertexChanged failed(String id, String name, String error) {
    return new VertexChanged(
        id, List.of(), name, false, Optional.of(START), Optional.of(at(500)), error, Optional.empty());
  }

  private static LogWritten log(String id, String text, long millis) {
    return new LogWritten(id, 1, text.getBytes(StandardCharsets.UTF_8), at(millis));
  }

  private static StatusChanged partAt(String id, long millis) {
    return new StatusChanged("layer", id, "layer", millis, 20_000, at(millis), Optional.of(START), Optional.empty());
  }

  private static StatusChanged tinyAt(String id, long millis) {
    return new StatusChanged("manifest", id, "", 1, 1000, at(millis), Optional.of(START), Optional.empty());
  }

  private static StatusChanged part(String id, String name, long current, long total, Optional<Instant> completed) {
    return new StatusChanged(name, id, name, current, total, at(100), Optional.of(START), completed);
  }
}
