package dev.strake.frontend.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of testdata/calls holds a call and the transcript of what the reference frontend does with it, which
 * testdata/calls/reference prints.
 */
class FrontendCallTest {

  private static final Path CALLS = Path.of("..", "testdata", "calls");

  @TestFactory
  Stream<DynamicTest> asksAndAnswersAsTheReferenceDoes() throws IOException {
    List<Path> calls;
    try (Stream<Path> folders = Files.list(CALLS)) {
      calls = folders.filter(folder -> Files.exists(folder.resolve("call.txt"))).sorted().toList();
    }
    assertThat(calls).isNotEmpty();
    return calls.stream().map(call -> DynamicTest.dynamicTest(call.getFileName().toString(), () -> check(call)));
  }

  private static void check(Path folder) throws IOException {
    Call call = Call.read(folder.resolve("call.txt"));
    assertThat(Transcript.of(call)).isEqualTo(Files.readString(folder.resolve("transcript.txt")));
  }
}
