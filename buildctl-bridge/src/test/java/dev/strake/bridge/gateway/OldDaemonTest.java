package dev.strake.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.bridge.proto.gateway.Result;
import dev.strake.bridge.proto.gateway.ReturnRequest;
import dev.strake.bridge.proto.rpc.Status;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With what an older daemon lacks, the frontend builds what it can, and names what it cannot. */
class OldDaemonTest {

  private static final String DOCKERFILE = "FROM busybox\nRUN --network=none true\n";

  @Test
  void returnsTreesByTheirNamesOnly() throws IOException {
    assertThat(result(new OldDaemon(DOCKERFILE, Set.of("proto.refarray")), Map.of()).getRefDeprecated())
        .isEqualTo("tree");
    assertThat(result(new OldDaemon(DOCKERFILE, Set.of()), Map.of()).getRef().getId()).isEqualTo("tree");
    Result two =
        result(
            new OldDaemon(DOCKERFILE, Set.of("proto.refarray")), Map.of("platform", "linux/amd64,linux/arm64"));
    assertThat(two.getRefsDeprecated().getRefsMap()).containsOnlyKeys("linux/amd64", "linux/arm64");
  }

  @Test
  void asksForImagesInTheOlderWay() throws IOException {
    Result result = result(new OldDaemon(DOCKERFILE, Set.of("source.metaresolver")), Map.of());

    assertThat(result.getMetadataOrThrow("containerimage.config").toStringUtf8()).contains("OLD=1");
  }

  @Test
  void copiesWithoutMergingLayers() throws IOException {
    OldDaemon daemon = new OldDaemon("FROM busybox\nCOPY --link a /\n", Set.of("mergeop"));

    assertThat(result(daemon, Map.of()).hasRef()).isTrue();
    assertThat(daemon.solved.getLast().getDefinition().getMetadataMap().values())
        .noneMatch(op -> op.containsCaps("mergeop"));
  }

  @Test
  void namesTheInstructionTheCapabilityAndTheVersion() throws IOException {
    Status error = error(new OldDaemon(DOCKERFILE, Set.of("exec.meta.network")), Map.of());

    assertThat(error.getMessage())
        .isEqualTo(
            "requested experimental feature exec.meta.network  is not supported by build server, please update"
                + " buildkit (the build server is BuildKit v0.9.0)");
    assertThat(error.getDetailsList())
        .anyMatch(detail -> detail.getValue().toStringUtf8().contains("\"ranges\":[{\"start\":{\"line\":2,"));
  }

  @Test
  void refusesSeveralResultsWhereTheDaemonTakesOne() throws IOException {
    Status error =
        error(new OldDaemon(DOCKERFILE, Set.of("returnmap")), Map.of("platform", "linux/amd64,linux/arm64"));

    assertThat(error.getMessage())
        .isEqualTo(
            "requested experimental feature returnmap (return reference map) is not supported by build server,"
                + " please update buildkit");
  }

  @Test
  void aDaemonThatAnnouncesNothingIsTooOld() throws IOException {
    Status error = error(new OldDaemon(DOCKERFILE, Set.of("*")), Map.of());

    assertThat(error.getMessage()).startsWith("needs BuildKit 0.5 or later: ").contains("file.base");
  }

  @Test
  void clientsAreToldByDetailsWhatTheFrontendCannot() throws IOException {
    Status request = error(new OldDaemon(DOCKERFILE, Set.of()), Map.of("requestid", "frontend.none"));
    assertThat(request.getMessage()).isEqualTo("unsupported request frontend.none");
    assertThat(request.getDetails(0).getTypeUrl()).isEqualTo("github.com/moby/buildkit/errdefs.Subrequest+json");
    assertThat(request.getDetails(0).getValue().toStringUtf8()).isEqualTo("{\"name\":\"frontend.none\"}");

    Status capability = error(new OldDaemon(DOCKERFILE, Set.of()), Map.of("frontend.caps", "moby.none"));
    assertThat(capability.getCode()).isEqualTo(io.grpc.Status.Code.UNIMPLEMENTED.value());
    assertThat(capability.getDetails(0).getTypeUrl()).isEqualTo("github.com/moby/buildkit/errdefs.FrontendCap+json");
    assertThat(capability.getDetails(0).getValue().toStringUtf8()).isEqualTo("{\"name\":\"moby.none\"}");
  }

  private static Result result(OldDaemon daemon, Map<String, String> options) throws IOException {
    try (LocalGateway gateway = new LocalGateway(daemon)) {
      gateway.run(options);
    }
    return returned(daemon).getResult();
  }

  private static Status error(OldDaemon daemon, Map<String, String> options) throws IOException {
    try (LocalGateway gateway = new LocalGateway(daemon)) {
      assertThatThrownBy(() -> gateway.run(options)).isNotInstanceOf(Error.class);
    }
    return returned(daemon).getError();
  }

  private static ReturnRequest returned(OldDaemon daemon) {
    return daemon.returned().getNow(ReturnRequest.getDefaultInstance());
  }
}
