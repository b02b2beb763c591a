package dev.strake.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  /** In the tables {@code ~} is a line end, {@code ^} a tab, {@code %} a carriage return. */
  private static String unescape(String text) {
    return text.replace('~', '\n').replace('^', '\t').replace('%', '\r');
  }

  private static SyntaxTree parse(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    SyntaxTree tree = DockerfileSyntax.parse(SourceFile.of("Dockerfile", text), SyntaxLimits.DEFAULT, sink);
    assertThat(sink.all()).isEmpty();
    return tree;
  }

  private static String types(SyntaxTree tree) {
    return tree.tokens().stream()
        .map(token -> DockerfileLexer.VOCABULARY.getSymbolicName(token.getType()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "FROM a                   | FROM SPACE TEXT LINE_END EOF",
        "FROM a~                  | FROM SPACE TEXT LINE_END EOF",
        "^from a %~               | SPACE FROM SPACE TEXT SPACE LINE_END EOF",
        "\uFEFFFROM a             | BOM FROM SPACE TEXT LINE_END EOF",
        "# syntax=x~FROM a        | DIRECTIVE LINE_END FROM SPACE TEXT LINE_END EOF",
        "^# escape=`~FROM a        | SPACE DIRECTIVE LINE_END FROM SPACE TEXT LINE_END EOF",
        "#!/bin/sh~# syntax=x~ARG | TRIVIA ARG LINE_END EOF",
        "# x~# syntax=x~ARG       | TRIVIA ARG LINE_END EOF",
        "~# syntax=x~~ARG         | TRIVIA ARG LINE_END EOF",
        "# foo=x~ARG              | TRIVIA ARG LINE_END EOF",
        "# nothing~               | TRIVIA EOF",
        "RU\\~N x                 | RUN CONTINUATION REST SPACE TEXT LINE_END EOF",
        "\\~ RUN x                | RUN CONTINUATION SPACE REST SPACE TEXT LINE_END EOF",
        "RUN a \\~# c~~ b \\~     | RUN SPACE TEXT CONTINUATION REST SPACE CONTINUATION LINE_END EOF",
        "RUN a \\\\~b             | RUN SPACE TEXT LINE_END UNKNOWN_KEYWORD LINE_END EOF",
        "# escape=`~RUN a `~b     | DIRECTIVE LINE_END RUN SPACE TEXT CONTINUATION REST LINE_END EOF",
        "RUN --a=b --c d          | RUN SPACE FLAG SPACE FLAG SPACE TEXT LINE_END EOF",
        "RUN --a='b c' d          | RUN SPACE FLAG SPACE TEXT LINE_END EOF",
        "RUN --a\\~b c            | RUN SPACE FLAG CONTINUATION REST SPACE TEXT LINE_END EOF",
        "RUN -- --a               | RUN SPACE FLAGS_END SPACE TEXT LINE_END EOF",
        "RUN [\"a\"]              | RUN SPACE JSON LINE_END EOF",
        "RUN [\"a\", 1]           | RUN SPACE JSON LINE_END EOF",
        "RUN [\"a\"] x            | RUN SPACE TEXT LINE_END EOF",
        "USER [\"a\"]             | USER SPACE TEXT LINE_END EOF",
        "HEALTHCHECK CMD [\"a\"]  | HEALTHCHECK SPACE TEXT LINE_END EOF",
        "ONBUILD RUN x            | ONBUILD SPACE RUN SPACE TEXT LINE_END EOF",
        "ONBUILD --a COPY --b c d | ONBUILD SPACE FLAG SPACE COPY SPACE FLAG SPACE TEXT LINE_END EOF",
        "ONBUILD ~RUN x           | ONBUILD SPACE LINE_END RUN SPACE TEXT LINE_END EOF",
        "RUN <<A~a~A~             | RUN SPACE TEXT LINE_END HEREDOC_BODY HEREDOC_END EOF",
        "RUN <<A <<B~A~b~B        | RUN SPACE TEXT LINE_END HEREDOC_BODY HEREDOC_END HEREDOC_BODY HEREDOC_END EOF",
        "RUN <<-A~^A~             | RUN SPACE TEXT LINE_END HEREDOC_BODY HEREDOC_END EOF",
        "RUN <<A~^A~              | RUN SPACE TEXT LINE_END HEREDOC_UNTERMINATED EOF",
        "RUN <<A~A%~              | RUN SPACE TEXT LINE_END HEREDOC_BODY HEREDOC_END EOF",
        "RUN [\"<<A\"]~           | RUN SPACE JSON LINE_END EOF",
        "USER <<A~A               | USER SPACE TEXT LINE_END UNKNOWN_KEYWORD LINE_END EOF",
        "RUN it's <<A~A           | RUN SPACE TEXT LINE_END UNKNOWN_KEYWORD LINE_END EOF",
        "ONBUILD COPY <<A /~A     | ONBUILD SPACE COPY SPACE TEXT LINE_END HEREDOC_BODY HEREDOC_END EOF",
        "ONBUILD ONBUILD RUN <<A~A | ONBUILD SPACE ONBUILD SPACE RUN SPACE TEXT LINE_END UNKNOWN_KEYWORD LINE_END EOF",
      })
  void aLineIsTheseTokens(String text, String expected) {
    SyntaxTree tree = parse(unescape(text));
    assertThat(types(tree)).isEqualTo(expected);
    assertThat(joined(tree)).isEqualTo(unescape(text));
  }

  @Test
  void anEmptyFileHasNoTokenButItsEnd() {
    assertThat(types(parse(""))).isEqualTo("EOF");
  }

  private static String joined(SyntaxTree tree) {
    List<Token> tokens = tree.tokens();
    return tokens.subList(0, tokens.size() - 1).stream().map(Token::getText).collect(Collectors.joining());
  }

  @Test
  void oneTokenOfLookAheadDecidesEverything() {
    ATN atn = DockerfileParser._ATN;
    LL1Analyzer analyzer = new LL1Analyzer(atn);
    for (DecisionState decision : atn.decisionToState) {
      IntervalSet[] alternatives = analyzer.getDecisionLookahead(decision);
      IntervalSet seen = new IntervalSet();
      for (IntervalSet alternative : alternatives) {
        assertThat(alternative).as("rule " + DockerfileParser.ruleNames[decision.ruleIndex]).isNotNull();
        assertThat(seen.and(alternative))
            .as("rule " + DockerfileParser.ruleNames[decision.ruleIndex])
            .matches(set -> set.isNil());
        seen = seen.or(alternative);
      }
    }
  }
}
