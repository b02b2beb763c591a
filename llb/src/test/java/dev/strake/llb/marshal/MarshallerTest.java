package dev.strake.llb.marshal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.llb.Constraints;
import dev.strake.llb.ExecSpec;
import dev.strake.llb.FileAction;
import dev.strake.llb.ImageOptions;
import dev.strake.llb.LocalOptions;
import dev.strake.llb.Mount;
import dev.strake.llb.Placeholder;
import dev.strake.llb.Platform;
import dev.strake.llb.SourceMap;
import dev.strake.llb.SourceRange;
import dev.strake.llb.Sources;
import dev.strake.llb.State;
import dev.strake.llb.go.TooLargeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MarshallerTest {
  private static final MarshalOptions OPTIONS = MarshalOptions.of(Platform.of("linux", "amd64"));
  private static final State IMAGE = Sources.image("alpine", ImageOptions.NONE);
  private static final ExecSpec TRUE = ExecSpec.builder(List.of("true")).build();
  private static final Placeholder CONTEXT = new Placeholder("context");

  @Test
  void fillsPlaceholdersAtTheEnd() {
    State local = Sources.local("context", LocalOptions.NONE.withSessionId("s"));
    Definition late = Marshaller.marshal(withMount(State.late(CONTEXT)), OPTIONS.withLate(CONTEXT, local));
    Definition direct = Marshaller.marshal(withMount(local), OPTIONS);
    assertThat(DefinitionDump.of(late)).isEqualTo(DefinitionDump.of(direct));
  }

  @Test
  void takesAnEmptyTreeInAPlaceholdersPlace() {
    Definition late = Marshaller.marshal(withMount(State.late(CONTEXT)), OPTIONS.withLate(CONTEXT, State.scratch()));
    Definition direct = Marshaller.marshal(withMount(State.scratch()), OPTIONS);
    assertThat(DefinitionDump.of(late)).isEqualTo(DefinitionDump.of(direct));
  }

  private static State withMount(State source) {
    return IMAGE.run(ExecSpec.builder(List.of("x")).mount(Mount.bind("/m", source).asReadonly()).build()).root();
  }

  @Test
  void refusesPlaceholdersThatLeadNowhere() {
    State state = withMount(State.late(CONTEXT));
    Placeholder other = new Placeholder("other");
    assertThatThrownBy(() -> Marshaller.marshal(state, OPTIONS))
        .isInstanceOf(MarshalException.class)
        .hasMessage("placeholder context stands for nothing");
    MarshalOptions circle = OPTIONS.withLate(CONTEXT, State.late(other)).withLate(other, State.late(CONTEXT));
    assertThatThrownBy(() -> Marshaller.marshal(state, circle)).hasMessage("placeholders stand for each other");
    assertThatThrownBy(() -> Marshaller.marshal(state, OPTIONS.withLate(CONTEXT, state)))
        .hasMessage("a placeholder stands for what needs it");
  }

  @Test
  void tellsWhereTheVertexAtFaultIs() {
    SourceMap file = new SourceMap(Optional.empty(), "Dockerfile", "Dockerfile", new byte[0]);
    Constraints constraints = Constraints.NONE.withLocation(file.location(List.of(SourceRange.lines(3, 4))));
    State broken = IMAGE.run(ExecSpec.builder(List.of()).constraints(constraints).build()).root();
    assertThatThrownBy(() -> Marshaller.marshal(broken.run(TRUE).root(), OPTIONS))
        .isInstanceOfSatisfying(
            MarshalException.class, e -> assertThat(e.locations()).isEqualTo(constraints.locations()));
  }

  @Test
  void givesALocalSourceAnIdOfItsOwn() {
    State local = Sources.local("context", LocalOptions.NONE);
    Optional<String> first = Marshaller.marshal(local, OPTIONS).head();
    assertThat(first).isNotEqualTo(Marshaller.marshal(local, OPTIONS).head());
  }

  @Test
  void emptyTreesHaveEmptyDefinitions() {
    Definition empty = Marshaller.marshal(State.scratch(), OPTIONS);
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.head()).isEmpty();
    assertThat(empty.toState().output()).isEmpty();
    assertThat(empty.toBytes()).isEmpty();
  }

  @Test
  void survivesTheWireUnchanged() throws Exception {
    for (ReferenceGraphs.Graph graph : ReferenceGraphs.all().values()) {
      Definition definition;
      try {
        definition = Marshaller.marshal(graph.state(), graph.options());
      } catch (MarshalException e) {
        continue;
      }
      Definition read = Definition.fromProto(dev.strake.llb.pb.Definition.parseFrom(definition.toBytes()));
      assertThat(DefinitionDump.of(read)).isEqualTo(DefinitionDump.of(definition));
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void goesDeepWithoutAStack() {
    State state = IMAGE;
    for (int i = 0; i < 100_000; i++) {
      state = state.run(TRUE).root();
    }
    Definition definition = Marshaller.marshal(state, OPTIONS);
    assertThat(definition.ops()).hasSize(100_002);
    assertThat(Marshaller.marshal(definition.toState(), OPTIONS).head()).isEqualTo(definition.head());
  }

  @Test
  void holdsABigFileFewTimes() {
    byte[] data = new byte[64 << 20];
    State state = State.scratch().file(List.of(new FileAction.Mkfile("/f", 0644, data)), Constraints.NONE);
    assertThat(Marshaller.marshal(state, OPTIONS).ops().getFirst().bytes()).hasSizeGreaterThan(data.length);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void goesWideInOneStep() {
    ExecSpec.Builder spec = ExecSpec.builder(List.of("x"));
    List<FileAction> actions = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      spec.mount(Mount.bind("/m" + i, Sources.image("i" + i, ImageOptions.NONE)).asReadonly());
      actions.add(new FileAction.Mkdir("/d" + i, 0755, false));
    }
    State state = IMAGE.run(spec.build()).root().file(actions, Constraints.NONE);
    assertThat(Marshaller.marshal(state, OPTIONS).ops()).hasSize(20_004);
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void setsManyVariablesAndRunsBetween() {
    State state = IMAGE;
    for (int i = 0; i < 10_000; i++) {
      state = state.withEnv("K" + i % 100, "V" + i).run(TRUE).root();
    }
    assertThat(Marshaller.marshal(state, OPTIONS).ops()).hasSize(10_002);
  }

  @Test
  void aGraphOverTheLimitIsRefused() {
    State state = Sources.image("alpine", ImageOptions.NONE);
    MarshalOptions options = MarshalOptions.defaults();
    int size = Marshaller.marshal(state, options).toBytes().length;
    assertThat(Marshaller.marshal(state, options.withMaxBytes(size)).isEmpty()).isFalse();
    assertThatThrownBy(() -> Marshaller.marshal(state, options.withMaxBytes(size / 4)))
        .isInstanceOf(TooLargeException.class)
        .hasMessage("more than " + size / 4 + " bytes");
  }
}
