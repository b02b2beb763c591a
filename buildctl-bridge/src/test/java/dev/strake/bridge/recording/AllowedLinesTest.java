package dev.strake.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines have to differ as it is said; lines of a pattern may. */
class AllowedLinesTest {

  @TempDir Path folder;

  @Test
  void linesMustAndPatternsMay() throws Exception {
    AllowedLines allowed =
        AllowedLines.read(
            Files.writeString(
                folder.resolve("allowed.txt"),
                """
                # A reason.
                [files, requests]
                debug get one
                # Another.
                [spans]
                ~ debug (get|logs)( .*)?
                """));

    assertThat(allowed.fit("debug get one", Set.of("files", "requests"))).isTrue();
    assertThat(allowed.fit("debug get one", Set.of("files", "requests", "spans"))).isTrue();
    assertThat(allowed.fit("debug get one", Set.of("files", "spans"))).isFalse();
    assertThat(allowed.fit("debug get", Set.of("spans"))).isTrue();
    assertThat(allowed.fit("debug get", Set.of())).isTrue();
    assertThat(allowed.fit("debug logs two", Set.of("spans", "files"))).isFalse();
    assertThat(allowed.fit("debug info", Set.of("spans"))).isFalse();
    assertThat(allowed.patterns()).containsExactly("debug (get|logs)( .*)?");
  }
}
