package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads when input or output fails: the file and the reason, whichever way the bytes were to go. */
class FailureReportTest {

  @TempDir Path folder;

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("/d/Dockerfile"), "error: /d/Dockerfile: permission denied"),
        Arguments.of(new NoSuchFileException("/d/a"), "error: /d/a: no such file or directory"),
        Arguments.of(new FileSystemException("/d", null, "Is a directory"), "error: /d: is a directory"),
        Arguments.of(new FileSystemException(null), "error: java.nio.file.FileSystemException"),
        Arguments.of(new UncheckedIOException(new AccessDeniedException("/a")), "error: /a: permission denied"),
        Arguments.of(new IOException("broken pipe"), "error: broken pipe"),
        Arguments.of(new IOException(), "error: java.io.IOException"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void namesTheFileAndTheReason(Exception failure, String expected) {
    TestSession session = TestSession.in(folder);

    assertThat(new FailureReport(session.session(), false).print(failure)).isEqualTo(ExitCode.FAILED);

    assertThat(session.err().lines()).containsExactly(expected + " [input-output]");
  }
}
