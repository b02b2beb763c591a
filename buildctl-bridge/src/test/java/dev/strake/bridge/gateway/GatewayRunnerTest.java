package dev.strake.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.proto.gateway.LLBBridgeGrpc.LLBBridgeImplBase;
import dev.strake.bridge.proto.gateway.PingRequest;
import dev.strake.bridge.proto.gateway.PongResponse;
import dev.strake.bridge.training.FrontendProcess;
import dev.strake.bridge.training.TrainingBridge;
import dev.strake.bridge.training.TrainingRun;
import io.grpc.BindableService;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The image's program, as a process of its own. */
class GatewayRunnerTest {

  private static final int PATIENCE_SECONDS = 60;
  private static final String WORKERS =
      "[{\"id\":\"w\",\"platforms\":[{\"architecture\":\"amd64\",\"os\":\"linux\"}],"
          + "\"buildkitVersion\":{\"version\":\"v0.9.0\"}}]";

  @Test
  void buildsWhatTheCacheIsTrainedWith() throws Exception {
    assertThat(TrainingRun.run(command())).isEmpty();
  }

  @Test
  void endsWithOneAndTellsTheDaemonWhy() throws Exception {
    byte[] dockerfile = "FROM größer\n".getBytes(StandardCharsets.UTF_8);
    TrainingBridge bridge = new TrainingBridge(Map.of("Dockerfile", dockerfile));

    assertThat(exitCode(bridge, List.of())).isEqualTo(1);
    assertThat(bridge.returned().join().getError().getMessage()).contains("größer");
  }

  @Test
  void takesOptionsAsTheyAre() throws Exception {
    byte[] dockerfile = "FROM scratch\nARG X\nLABEL x=$X\nCOPY a /\n".getBytes(StandardCharsets.UTF_8);
    TrainingBridge bridge = new TrainingBridge(Map.of("Dockerfile", dockerfile));

    assertThat(exitCode(bridge, List.of("build-arg:X=a=b größer\nline 2", "label:empty"))).isZero();
    assertThat(bridge.returned().join().getResult().getMetadataOrThrow("containerimage.config").toStringUtf8())
        .contains("\"x\":\"a=b größer\\nline 2\"")
        .contains("\"empty\":\"\"");
  }

  @Test
  void endsWhenTheDaemonIsGone() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    BindableService silent = new LLBBridgeImplBase() {
      @Override
      public void ping(PingRequest request, StreamObserver<PongResponse> answer) {
        asked.countDown();
      }
    };
    try (FrontendProcess frontend = FrontendProcess.start(command(), variables(List.of()), silent)) {
      assertThat(asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      frontend.hangUp();
      assertThat(frontend.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(frontend.process().exitValue()).isEqualTo(1);
    }
  }

  private static int exitCode(BindableService bridge, List<String> options) throws IOException, InterruptedException {
    try (FrontendProcess frontend = FrontendProcess.start(command(), variables(options), bridge)) {
      assertThat(frontend.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return frontend.process().exitValue();
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        System.getProperty("java.class.path"),
        GatewayRunner.class.getName());
  }

  private static Map<String, String> variables(List<String> options) {
    Map<String, String> variables = new HashMap<>();
    variables.put("BUILDKIT_WORKERS", WORKERS);
    variables.put("LC_ALL", "C.UTF-8");
    for (String option : options) {
      variables.put("BUILDKIT_FRONTEND_OPT_" + variables.size(), option);
    }
    return variables;
  }
}
