package dev.strake.frontend.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.frontend.CompileFailed;
import dev.strake.frontend.DockerfileFrontend;
import dev.strake.frontend.ForwardingGateway;
import dev.strake.frontend.port.GatewayException;
import dev.strake.frontend.standin.StandInGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a registry or a daemon answers may make no sense: that is an error of theirs, with words, and not one of ours. */
@Timeout(60)
class StrangeAnswersTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM alpine\nRUN true\n");
  }

  @Test
  void anImageOfAnImpossibleName() {
    assertThatThrownBy(() -> new DockerfileFrontend().run(new Strange(Map.of()) {
      @Override
      public ResolvedImage resolveImageConfig(ImageRequest request) {
        ResolvedImage image = super.resolveImageConfig(request);
        return new ResolvedImage("not a name", image.digest(), image.config());
      }
    })).isInstanceOf(CompileFailed.class).hasMessage("failed to parse ref \"not a name\": invalid reference format");
  }

  @Test
  void aScannerWithoutAReadableConfiguration() {
    assertThatThrownBy(() -> new DockerfileFrontend().run(new Strange(Map.of("attest:sbom", "generator=scan")) {
      @Override
      public SourceMetadata resolveSourceMetadata(SourceRequest request) {
        SourceMetadata.Image image = new SourceMetadata.Image("sha256:" + "0".repeat(64), "[]".getBytes(UTF_8));
        return new SourceMetadata(
            request.identifier(), Map.of(), Optional.of(image), Optional.empty(), Optional.empty());
      }
    }))
        .isInstanceOf(CompileFailed.class)
        .hasMessageStartingWith("json: cannot unmarshal array into Go value of type");
  }

  @Test
  void anInterruptWhileTheDaemonIsAskedOfSeveralPlatforms() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new DockerfileFrontend().run(
        new Strange(Map.of("platform", "linux/amd64,linux/arm64")) {
          @Override
          public ResolvedImage resolveImageConfig(ImageRequest request) {
            if (request.platform().orElseThrow().architecture().equals("arm64")) {
              awaitInterrupt();
            }
            return super.resolveImageConfig(request);
          }
        }))
        .isInstanceOf(CompileFailed.class)
        .hasMessageContaining("context canceled");
    Thread.interrupted();
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new GatewayException(GatewayException.Kind.CANCELLED, "interrupted", e);
    }
  }

  private class Strange extends ForwardingGateway {
    Strange(Map<String, String> options) {
      super(new StandInGateway(options, Map.of("dockerfile", folder, "context", folder)));
    }
  }
}
