package dev.strake.frontend.ast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.strake.grammar.DockerfileSyntax;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.SyntaxTree;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticRenderer;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.diagnostics.Palette;
import dev.strake.grammar.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every text. {@code -Dstrake.corpus=folder} adds the files of a folder, and mutations of them. */
class ParsePropertiesTest {

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(RandomTexts.generated(1, 4000));
    texts.addAll(RandomTexts.mutated(RandomTexts.generated(2, 2000), 3));
    texts.addAll(RandomTexts.files());
    texts.addAll(RandomTexts.mutated(RandomTexts.files(), 4));
    return texts;
  }

  private static Dockerfile parse(String text, DiagnosticSink sink) {
    return AstBuilder.parse(SourceFile.of("Dockerfile", text), SyntaxLimits.DEFAULT, sink);
  }

  @Test
  void theTokensTogetherAreTheText() {
    for (String text : texts()) {
      SourceFile file = SourceFile.of("Dockerfile", text);
      SyntaxTree tree = DockerfileSyntax.parse(file, SyntaxLimits.DEFAULT, new DiagnosticSink());
      StringBuilder joined = new StringBuilder();
      for (Token token : tree.tokens().subList(0, tree.tokens().size() - 1)) {
        joined.append(token.getText());
      }
      assertThat(joined.toString()).isEqualTo(text);
    }
  }

  @Test
  void whatIsPrintedIsTheText() {
    for (String text : texts()) {
      assertThat(DockerfilePrinter.print(parse(text, new DiagnosticSink()))).isEqualTo(text);
    }
  }

  @Test
  void theNormalFormHasTheSameStatements() {
    int compared = 0;
    for (String text : texts()) {
      DiagnosticSink sink = new DiagnosticSink();
      Dockerfile dockerfile = parse(text, sink);
      if (!sink.hasErrors()) {
        String normal = DockerfilePrinter.printNormalized(dockerfile);
        Dockerfile again = parse(normal, sink);
        assertThat(sink.all()).as(normal).isEmpty();
        assertThat(again.statements().stream().map(AstText::show).toList())
            .as(text)
            .isEqualTo(dockerfile.statements().stream().map(AstText::show).toList());
        assertThat(DockerfilePrinter.printNormalized(again)).isEqualTo(normal);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @Test
  void everyErrorHasAPlaceInTheFileAndCanBeShown() {
    DiagnosticRenderer renderer = new DiagnosticRenderer(Palette.PLAIN, 80);
    for (String text : texts()) {
      DiagnosticSink sink = new DiagnosticSink();
      parse(text, sink);
      for (Diagnostic diagnostic : sink.all()) {
        assertThat(diagnostic.span().orElseThrow().end()).isLessThanOrEqualTo(text.length());
        assertThat(renderer.render(diagnostic)).contains("error: ").contains(" | ");
      }
    }
  }

  static Stream<Arguments> bombs() {
    return Stream.of(
        Arguments.of("instructions", "RUN x\n".repeat(50_000), 50_000),
        Arguments.of("more instructions", "RUN x\n".repeat(50_001), 50_000),
        Arguments.of("one long line", "RUN " + "x".repeat(1_000_000), 0),
        Arguments.of("one long logical line", "RUN a" + " \\\nb".repeat(100_000), 1),
        Arguments.of("many words", "ENV" + (" \\\na" + "=b c".repeat(10_000)).repeat(50), 1),
        Arguments.of("ONBUILD, nested", "ONBUILD ".repeat(8_000) + "RUN x", 1),
        Arguments.of("ONBUILD, nested over lines", "ONBUILD \\\n".repeat(100_000) + "RUN x", 1),
        Arguments.of("continuations only", "\\\n".repeat(100_000), 1),
        Arguments.of("blank lines", "\n".repeat(10_000_000) + "RUN x", 1),
        Arguments.of("comments", "#\n".repeat(5_000_000) + "RUN x", 1),
        Arguments.of("comments inside", "RUN x \\\n" + "#\n".repeat(5_000_000) + "y", 1),
        Arguments.of("heredocs", "RUN <<A\n" + "x\n".repeat(5_000_000) + "A\n", 1),
        Arguments.of("brackets", "RUN " + "[ \\\n".repeat(100_000), 1),
        Arguments.of("variables", "RUN <<A " + "${a:-\\\n".repeat(100_000), 1),
        Arguments.of("quotes", "RUN <<A " + "\"'\\\n".repeat(100_000), 1),
        Arguments.of("64 MiB", "RUN x\n".repeat((64 << 20) / 6), 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bombs")
  void largeAndDeepTextsAreReadOrRefused(String name, String text, int statements) {
    DiagnosticSink sink = new DiagnosticSink();
    Dockerfile dockerfile =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> parse(text, sink), "linear in the text");
    assertThat(dockerfile.statements()).hasSizeLessThanOrEqualTo(Math.max(1, statements));
    if (dockerfile.statements().isEmpty()) {
      assertThat(sink.hasErrors()).isTrue();
    }
  }
}
