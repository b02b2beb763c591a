package dev.strake.bridge.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What trains the class cache really builds: where it did not, every start would take longer, and nobody would know. */
@Timeout(120)
class ClientTrainingTest {

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  private String run(String what) throws Exception {
    return ClientTraining.run(what, new PrintStream(output, true, StandardCharsets.UTF_8));
  }

  private String output() {
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theVersions() throws Exception {
    assertThat(run("version")).as(output()).isEmpty();
    assertThat(output()).contains("buildctl dev.strake/").contains("\nstrake ");
  }

  @Test
  void aBuildOfTheDaemonsFrontend() throws Exception {
    assertThat(run("buildctl")).as(output()).isEmpty();
    assertThat(output()).contains("[1/2] RUN true").contains("USAGE:");
  }

  @Test
  void aBuildOfOurOwn() throws Exception {
    assertThat(run("strake")).as(output()).isEmpty();
    assertThat(output()).contains("[1/2] RUN true");
  }

  @Test
  void nobodysTraceHearsOfIt() {
    assertThat(ClientTraining.withoutTraces(Map.of("OTEL_TRACES_EXPORTER", "x", "TRACEPARENT", "y", "HOME", "z")))
        .containsOnly(Map.entry("HOME", "z"));
  }
}
