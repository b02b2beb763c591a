package dev.strake.frontend.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.ast.AstBuilder;
import dev.strake.frontend.ast.Place;
import dev.strake.frontend.expand.WordExpander;
import dev.strake.frontend.instruction.InstructionParser;
import dev.strake.frontend.instruction.Stage;
import dev.strake.frontend.lint.Linter;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageGraphTest {

  private final DiagnosticSink sink = new DiagnosticSink();

  private StageGraph graph(String target, String text) {
    SourceFile file = SourceFile.of("Dockerfile", text);
    List<Stage> stages =
        InstructionParser.parse(AstBuilder.parse(file, SyntaxLimits.DEFAULT, sink), Linter.disabled(), sink).stages();
    StageGraphBuilder builder = new StageGraphBuilder(file, WordExpander.of('\\'), sink::add);
    builder.addStages(
        stages.stream()
            .map(
                stage ->
                    new StageHead(
                        Optional.of(stage),
                        Optional.of(Place.of(stage.statement())),
                        stage.baseName(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()))
            .toList());
    int index = builder.target(target).orElse(0);
    builder.linkCommands();
    return builder.build(index);
  }

  private static BitSet bits(int... indices) {
    BitSet bits = new BitSet();
    for (int index : indices) {
      bits.set(index);
    }
    return bits;
  }

  @Test
  void linksBasesAndSources() {
    StageGraph graph =
        graph(
            "",
            "FROM a AS one\nFROM b AS two\nFROM one\nCOPY --from=TWO x y\nCOPY --from=0 x y\n"
                + "FROM c AS unused\nFROM two\n");
    assertThat(graph.node(2).base()).hasValue(0);
    assertThat(graph.node(2).dependencies().keySet()).containsExactly(1, 0);
    assertThat(graph.reachable()).isEqualTo(bits(4, 1));
    assertThat(graph.node(2).displayName()).isEqualTo("stage-2");
    assertThat(graph.node(2).steps()).isEqualTo(2);
    assertThat(graph.node(0).steps()).isEqualTo(1);
  }

  @Test
  void basesAreFoundInLowerCaseOnly() {
    StageGraph graph = graph("", "FROM a AS One\nFROM One\nFROM one\n");
    assertThat(graph.node(1).base()).isEmpty();
    assertThat(graph.node(2).base()).hasValue(0);
  }

  @Test
  void imagesAndMountsAreNodesOfTheirOwn() {
    StageGraph graph =
        graph("", "FROM scratch\nCOPY --from=alpine a b\nRUN --mount=target=/x --mount=from=busybox,target=/y z\n");
    assertThat(graph.nodes()).hasSize(4);
    assertThat(graph.node(1).head().baseName()).isEqualTo("alpine");
    assertThat(graph.node(2).head().isScratch()).isTrue();
    assertThat(graph.node(3).isImage()).isTrue();
  }

  @Test
  void unknownTargetsAreNamed() {
    graph("buidl", "FROM a AS build\n");
    assertThat(sink.all())
        .extracting(Diagnostic::message)
        .containsExactly("target stage \"buidl\" could not be found (did you mean build?)");
  }

  @Test
  void findsCircles() {
    StageGraph graph = graph("", "FROM a AS x\nCOPY --from=y a b\nFROM a AS y\nRUN a\nCOPY --from=x a b\n");
    CircularDependencies.Circle circle = CircularDependencies.find(graph).orElseThrow();
    assertThat(circle.start().displayName()).isEqualTo("x");
    assertThat(circle.path()).extracting(place -> place.lines().first()).containsExactly(2, 5);
  }

  @Test
  void aDiamondIsNoCircle() {
    StageGraph graph =
        graph("", "FROM a AS x\nFROM a AS y\nCOPY --from=x a b\nFROM a AS z\nCOPY --from=x a b\nCOPY --from=y a b\n");
    assertThat(CircularDependencies.find(graph)).isEmpty();
  }

  @Test
  void longChainsNeedNoStack() {
    StringBuilder text = new StringBuilder("FROM a AS s0\n");
    for (int i = 1; i < 10_000; i++) {
      text.append("FROM s").append(i - 1).append(" AS s").append(i);
      text.append("\nCOPY --from=s").append(i - 1).append(" a b\n");
    }
    StageGraph graph = graph("", text.toString());
    assertThat(graph.reachable().cardinality()).isEqualTo(10_000);
    assertThat(CircularDependencies.find(graph)).isEmpty();
  }
}
