package dev.strake.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.strake.frontend.port.GatewayException;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Platform;
import dev.strake.llb.Sources;
import dev.strake.llb.marshal.MarshalOptions;
import dev.strake.llb.marshal.Marshaller;
import dev.strake.llb.pb.Definition;
import dev.strake.llb.pb.OpMetadata;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputMessagesTest {

  private static final MarshalOptions OPTIONS = MarshalOptions.of(Platform.of("linux", "amd64"));

  @Test
  void readsGraphs() {
    Definition graph = Marshaller.marshal(Sources.local("context", LocalOptions.NONE), OPTIONS).toProto();

    Definition again =
        Marshaller.marshal(InputMessages.states(Map.of("context", graph)).get("context"), OPTIONS).toProto();

    assertThat(again.getDefList()).isEqualTo(graph.getDefList()).isNotEmpty();
  }

  @Test
  void aGraphThatWasNeverMadeIsRefused() {
    assertThatThrownBy(() -> InputMessages.states(Map.of("context", Definition.getDefaultInstance())))
        .isInstanceOf(GatewayException.class)
        .hasMessage("invalid nil input definition to definition op");
  }

  @Test
  void aBrokenGraphIsTheCallersFault() {
    Definition broken =
        Definition.newBuilder()
            .addDef(ByteString.copyFromUtf8("no op"))
            .putMetadata("sha256:0", OpMetadata.getDefaultInstance())
            .build();

    assertThatThrownBy(() -> InputMessages.states(Map.of("context", broken)))
        .isInstanceOf(GatewayException.class)
        .hasMessage("failed to parse llb proto op");
  }
}
