package dev.strake.frontend.subrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.port.SourceInfo;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Platform;
import dev.strake.llb.Sources;
import dev.strake.llb.marshal.Definition;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceInfoJsonTest {

  @Test
  void holdsTheGraphThatTheFileWasReadFrom() {
    Definition graph =
        Marshaller.marshal(
            Sources.local("dockerfile", LocalOptions.NONE), MarshalOptions.of(Platform.of("linux", "amd64")));
    SourceInfo file = new SourceInfo("a<b", "Dockerfile", "FROM x".getBytes(StandardCharsets.UTF_8), graph);

    String json = new String(SourceInfoJson.of(file), StandardCharsets.UTF_8);

    String ops =
        graph.toProto().getDefList().stream()
            .map(op -> "\"" + Base64.getEncoder().encodeToString(op.toByteArray()) + "\"")
            .collect(Collectors.joining(","));
    assertThat(graph.ops()).hasSize(2);
    assertThat(json)
        .startsWith("{\"filename\":\"a\\u003cb\",\"data\":\"RlJPTSB4\",\"definition\":{\"def\":[" + ops + "],")
        .contains("\"caps\":{\"source.local\":true")
        .endsWith(",\"language\":\"Dockerfile\"}");
  }
}
