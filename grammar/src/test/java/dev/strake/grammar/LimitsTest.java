package dev.strake.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final SyntaxLimits SMALL = new SyntaxLimits(1000, 64, 3, 40, 9, 2, 2);

  private final DiagnosticSink sink = new DiagnosticSink();

  private SyntaxTree parse(String text) {
    return DockerfileSyntax.parse(SourceFile.of("Dockerfile", text), SMALL, sink);
  }

  private String messages() {
    return sink.all().stream().map(Diagnostic::message).toList().toString();
  }

  @Test
  void atTheLimitsNothingIsSaid() {
    parse("FROM " + "x".repeat(58) + "\nRUN <<A <<B\nA\nB\nONBUILD ONBUILD RUN " + "x".repeat(43));
    assertThat(sink.all()).isEmpty();
  }

  @Test
  void aFileThatIsTooLargeIsNotRead() {
    SourceFile file = SourceFile.of("Dockerfile", "RUN x\n".repeat(200));
    SyntaxTree tree = DockerfileSyntax.parse(file, SMALL, sink);
    assertThat(sink.all()).containsExactly(SyntaxDiagnostics.fileTooLarge(file, 1000));
    assertThat(tree.refused()).isTrue();
    assertThat(tree.tokens()).hasSize(1);
  }

  @Test
  void aLineThatIsTooLongEndsTheFile() {
    SyntaxTree tree = parse("FROM a\nRUN " + "x".repeat(61) + "\nRUN y");
    Span place = new Span(7, 72);
    assertThat(sink.all()).containsExactly(SyntaxDiagnostics.lineTooLong(tree.file(), place, 1, 64));
    assertThat(tree.root().line()).hasSize(1);
  }

  @Test
  void aLineWithoutAnEndMayHaveOneByteLess() {
    parse("FROM " + "x".repeat(59));
    assertThat(messages()).isEqualTo("[dockerfile line greater than max allowed size of 63]");
  }

  @Test
  void bytesAreCountedNotCharacters() {
    parse("FROM " + "é".repeat(30));
    assertThat(messages()).isEqualTo("[dockerfile line greater than max allowed size of 63]");
  }

  @Test
  void aLineOverTheLimitInsideAHeredocLeavesItUnterminated() {
    SyntaxTree tree = parse("RUN <<A\n" + "x".repeat(70) + "\nA\n");
    assertThat(tree.root().line(0).heredoc(0).HEREDOC_UNTERMINATED()).isNotNull();
    assertThat(messages()).contains("greater than max");
  }

  @Test
  void tooManyInstructions() {
    SyntaxTree tree = parse("RUN x\n".repeat(4));
    assertThat(messages()).isEqualTo("[more than 3 instructions in one Dockerfile]");
    assertThat(sink.all().get(0).lines()).contains(new LineRange(4, 4));
    assertThat(tree.root().line()).hasSize(3);
  }

  @Test
  void tooManyTokens() {
    parse("RUN a" + "\\\nx".repeat(30) + "\nRUN y");
    assertThat(messages()).isEqualTo("[more than 40 tokens in one Dockerfile]");
  }

  @Test
  void tooManyHeredocs() {
    parse("RUN <<A <<B <<C\nA\nB\nC\n");
    assertThat(messages()).isEqualTo("[more than 2 heredocs in one Dockerfile]");
  }

  @Test
  void tooManyOnbuilds() {
    parse("FROM a\nONBUILD ONBUILD ONBUILD RUN x\n");
    assertThat(messages()).isEqualTo("[Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed]");
    assertThat(sink.all().get(0).lines()).contains(new LineRange(2, 2));
  }
}
