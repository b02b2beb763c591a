package dev.strake.frontend.ast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.SyntaxDiagnostics;
import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentences and lines are the reference's; the marked part, between angles here, is ours. */
class SyntaxErrorsTest {

  private final DiagnosticSink sink = new DiagnosticSink();

  private Dockerfile parse(String text) {
    return AstBuilder.parse(SourceFile.of("Dockerfile", text), SyntaxLimits.DEFAULT, sink);
  }

  private static String show(Diagnostic diagnostic) {
    String marked = diagnostic.source().orElseThrow().text(diagnostic.span().orElseThrow());
    Diagnostic.LineRange lines = diagnostic.lines().orElseThrow();
    return lines.first() + "-" + lines.last() + " <" + marked.replace('\n', '~') + "> " + diagnostic.message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "                       | 0-0 <> file with no instructions",
        "# a~~                  | 2-2 <> file with no instructions",
        "ENV a                  | 1-1 <a> ENV must have two arguments",
        "LABEL a                | 1-1 <a> LABEL must have two arguments",
        "ENV a\u00a0b           | 1-1 <a\u00a0b> ENV must have two arguments",
        "ENV a=b \\~ c~         | 1-2 <c> Syntax error - can't find = in \"c\". Must be of the form: name=value",
        "LABEL a=b 'c d'        | 1-1 <'c d'> Syntax error - can't find = in \"'c d'\"."
            + " Must be of the form: name=value",
        "RUN [\"a\", 1]         | 1-1 <1> when using JSON array syntax, arrays must be comprised of strings only",
        "~CMD [\"a\", \\~ null] | 2-3 <null> when using JSON array syntax, arrays must be comprised of strings only",
        "HEALTHCHECK CMD [[]]   | 1-1 <[]> when using JSON array syntax, arrays must be comprised of strings only",
        "ONBUILD ENV a          | 1-1 <a> ENV must have two arguments",
        "RUN <<EOF~a~           | 1-2 <<<EOF> unterminated heredoc",
        "RUN a <<A <<B~A~       | 1-2 <<<B> unterminated heredoc",
        "RUN a <<A              | 1-1 <<<A> unterminated heredoc",
        "RUN a \\~ <<-A~A%x     | 1-3 <<<-A> unterminated heredoc",
        "# escape=x~FROM a      | 0-0 <x> invalid escape token 'x' does not match ` or \\",
        "# escape= ~FROM a      | 0-0 < > invalid escape token ' ' does not match ` or \\",
        "# check=a~# check=b~FROM a | 1-1 <# check=b> only one check parser directive can be used",
      })
  void theFirstError(String text, String expected) {
    parse(text == null ? "" : text.replace('~', '\n').replace('%', '\r'));
    assertThat(sink.firstError().map(SyntaxErrorsTest::show)).contains(expected);
  }

  @Test
  void readingGoesOnBehindAnError() {
    Dockerfile dockerfile = parse("# escape=x\nFROM a\nENV b\nRUN [1]\nUSER c\nLABEL d=e f\n");
    assertThat(sink.all().stream().map(Diagnostic::code).collect(Collectors.joining(" ")))
        .isEqualTo("invalid-escape missing-value json-not-strings missing-equals");
    assertThat(dockerfile.statements().stream().map(Statement::keyword).toList()).containsExactly("FROM", "USER");
  }

  @Test
  void anErrorSaysWhatToDo() {
    parse("FROM a\nRUN <<EOF\n");
    Diagnostic.LineRange lines = new Diagnostic.LineRange(2, 2);
    SourceFile file = sink.all().get(0).source().orElseThrow();
    assertThat(sink.all())
        .containsExactly(SyntaxDiagnostics.unterminatedHeredoc(file, new Span(11, 16), lines, "EOF"));
    assertThat(sink.all().get(0).help()).isPresent();
  }

  @Test
  void aLineOverTheLimitComesBehindTheErrorsBeforeIt() {
    parse("FROM a\nENV b\nRUN " + "x".repeat(70_000) + "\nENV c\n");
    assertThat(sink.all().stream().map(Diagnostic::message).toList())
        .containsExactly(
            "ENV must have two arguments", "dockerfile line greater than max allowed size of 65535");
    assertThat(sink.all().get(1).lines()).contains(new Diagnostic.LineRange(2, 2));
  }

  @Test
  void withNothingInFrontOfALineOverTheLimitThereAreNoInstructions() {
    parse("# a\nRUN " + "x".repeat(70_000));
    assertThat(sink.firstError().map(Diagnostic::message)).contains("file with no instructions");
    assertThat(sink.firstError().flatMap(Diagnostic::lines)).contains(new Diagnostic.LineRange(1, 1));
  }

  @Test
  void aFileThatIsTooLargeIsTheOnlyError() {
    SourceFile file = SourceFile.of("Dockerfile", "RUN x\n".repeat(10));
    SyntaxLimits limits = new SyntaxLimits(10, 100, 100, 100, 100, 100, 100);
    assertThat(AstBuilder.parse(file, limits, sink).statements()).isEmpty();
    assertThat(sink.all()).containsExactly(SyntaxDiagnostics.fileTooLarge(file, 10));
  }

  @Test
  void wordsAreCountedInAllInstructions() {
    SyntaxLimits limits = new SyntaxLimits(1000, 1000, 100, 100, 5, 100, 100);
    SourceFile file = SourceFile.of("Dockerfile", "ENV a=b c=d\nCMD [\"a\", \"b\"]\nFROM a b\nARG x y z\nUSER x\n");
    Dockerfile dockerfile = AstBuilder.parse(file, limits, sink);
    assertThat(sink.all().stream().map(SyntaxErrorsTest::show).toList())
        .containsExactly("3-3 <a b> more than 5 words in one Dockerfile");
    assertThat(dockerfile.statements().stream().map(Statement::keyword).toList())
        .containsExactly("ENV", "CMD", "USER");
  }
}
