package dev.strake.frontend.ast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.SyntaxLimits;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Utf8Escapes;
import dev.strake.grammar.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each row is what the reference's parser makes of the text; a comparison with it on generated texts found no other.
 */
class AstBuilderTest {

  private static Dockerfile parse(String text) {
    DiagnosticSink sink = new DiagnosticSink();
    SourceFile file = SourceFile.of("Dockerfile", text);
    Dockerfile dockerfile = AstBuilder.parse(file, SyntaxLimits.DEFAULT, sink);
    assertThat(sink.all()).isEmpty();
    return dockerfile;
  }

  /** In the tables {@code ~} is a line end, {@code ^} a tab, {@code %} a carriage return. */
  private static String unescape(String text) {
    return text.replace('~', '\n').replace('^', '\t').replace('%', '\r');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "FROM a AS b              | 1-1 FROM words[a, AS, b]",
        "from^a  as%b             | 1-1 from words[a, as, b]",
        "FROM a\u00a0b            | 1-1 FROM words[a\u00a0b]",
        "RUN\u00a0x               | 1-1 RUN\u00a0x -",
        "\u00a0\u0085\u3000RUN x\u00a0 | 1-1 RUN 'x'",
        "\u212Aoo x               | 1-1 \u212Aoo 'x'",
        "WOR\u212ADIR /           | 1-1 WOR\u212ADIR '/'",
        "RU\\~N a\\~# c~~b        | 1-5 RUN 'ab'",
        "\\~ RUN x                | 1-2 RUN 'x'",
        "RUN a \\~                | 1-1 RUN 'a'",
        "RUN a \\~# c~#           | 1-3 RUN 'a'",
        "RUN a \\  ~  b           | 1-2 RUN 'a   b'",
        "RUN a \\%~b%~            | 1-2 RUN 'a b'",
        "RUN a \\\\~RUN b         | 1-1 RUN 'a \\\\'~2-2 RUN 'b'",
        "RUN a \\ \\~b            | 1-2 RUN 'a \\ b'",
        "# escape=`~RUN a \\~RUN b `~c | 2-2 RUN 'a \\'~3-4 RUN 'b c'",
        "RUN a # b                | 1-1 RUN 'a # b'",
        "RUN                      | 1-1 RUN -",
        "RUN []                   | 1-1 RUN exec[]",
        "RUN [\"a\\/b\", \"\\u00e9\"] | 1-1 RUN exec[a/b, é]",
        "RUN [\"a\\~b\"]          | 1-2 RUN exec[ab]",
        "RUN ['a']                | 1-1 RUN '['a']'",
        "RUN [\"a\"] b            | 1-1 RUN '[\"a\"] b'",
        "CMD [1e999]              | 1-1 CMD '[1e999]'",
        "COPY [\"a b\",\"c\"]     | 1-1 COPY exec[a b, c]",
        "COPY [a b                | 1-1 COPY words[[a, b]",
        "VOLUME /a /b             | 1-1 VOLUME words[/a, /b]",
        "USER [\"a\"]             | 1-1 USER '[\"a\"]'",
        "RUN --a=b --c=\"d e\" f  | 1-1 RUN {--a=b} {--c=d e} 'f'",
        "RUN --a=b                | 1-1 RUN {--a=b} -",
        "RUN -- --a               | 1-1 RUN '--a'",
        "RUN --a \"--\" --b       | 1-1 RUN {--a} '\"--\" --b'",
        "RUN --\"\" --b           | 1-1 RUN '--b'",
        "RUN --a=é x              | 1-1 RUN {--a=Ã©} 'x'",
        "RUN --a=à--b             | 1-1 RUN {--a=Ã} {--b} -",
        "RUN \u00a0--a            | 1-1 RUN '--a'",
        "COPY --from=a\\~ b c     | 1-2 COPY {--from=a} words[b, c]",
        "ENV a=b c=\"d e\" f=g\\ h | 1-1 ENV pairs[a=b, c=\"d e\", f=g\\ h]",
        "ENV a b=c  d             | 1-1 ENV pairs[a b=c  d]",
        "ENV a= b=                | 1-1 ENV pairs[a=, b=]",
        "ENV a='b\\' c=d          | 1-1 ENV pairs[a='b\\', c=d]",
        "ENV a=b\\\"\\ c          | 1-1 ENV pairs[a=b\\\"\\ c]",
        "ENV =b                   | 1-1 ENV pairs[=b]",
        "ENV \"a b\"=c            | 1-1 ENV pairs[\"a b\"=c]",
        "ENV a\u00a0b=c d         | 1-1 ENV pairs[a\u00a0b=c d]",
        "LABEL a=b`               | 1-1 LABEL pairs[a=b`]",
        "# escape=`~ENV a=b` c=d` | 2-2 ENV pairs[a=b` c=d]",
        "ENV \\\u00a0              | 1-1 ENV -",
        "ARG a b=c d=\"e f\"      | 1-1 ARG words[a, b=c, d=\"e f\"]",
        "ARG                      | 1-1 ARG -",
        "EXPOSE 80 443/tcp        | 1-1 EXPOSE words[80, 443/tcp]",
        "HEALTHCHECK NONE         | 1-1 HEALTHCHECK NONE -",
        "HEALTHCHECK --interval=3s CMD  a b | 1-1 HEALTHCHECK {--interval=3s} CMD 'a b'",
        "HEALTHCHECK CMD [\"a\"]  | 1-1 HEALTHCHECK CMD exec[a]",
        "HEALTHCHECK              | 1-1 HEALTHCHECK -",
        "ONBUILD                  | 1-1 ONBUILD -",
        "ONBUILD ~RUN x           | 1-1 ONBUILD -~2-2 RUN 'x'",
        "ONBUILD --x RUN --y z    | 1-1 ONBUILD {--x} (RUN {--y} 'z')",
        "ONBUILD ONBUILD RUN a    | 1-1 ONBUILD (ONBUILD (RUN 'a'))",
        "ONBUILD RUN [\"a\"]      | 1-1 ONBUILD (RUN exec[a])",
        "ONBUILD FOO bar          | 1-1 ONBUILD (FOO 'bar')",
        "RUN <<A~x~A~USER b       | 1-3 RUN '<<A' <<A[x~]~4-4 USER 'b'",
        "RUN <<A~~A~              | 1-3 RUN '<<A' <<A[~]",
        "RUN <<A%~x%~A%~          | 1-3 RUN '<<A' <<A[x%~]",
        "RUN <<-'A' <<B~^x~^A~y~B | 1-5 RUN '<<-'A' <<B' <<-'A'[^x~] <<B[y~]",
        "RUN a <<A \\~b~x~A       | 1-4 RUN 'a <<A b' <<A[x~]",
        "COPY <<A <<B /~A~B       | 1-3 COPY words[<<A, <<B, /] <<A[] <<B[]",
        "ONBUILD RUN <<A~x~A      | 1-3 ONBUILD (RUN '<<A') <<A[x~]",
        "USER <<A                 | 1-1 USER '<<A'",
        "# a~# b~RUN x            | 3-3 RUN 'x' #[a, b]",
        "# a~~RUN x               | 3-3 RUN 'x' #[a]",
        "# a~#~# b~RUN x          | 4-4 RUN 'x' #[b]",
        "^# a~#b~RUN x            | 3-3 RUN 'x' #[# a, b]",
        "# syntax=x~# a~RUN x     | 3-3 RUN 'x' #[a]",
        "# a~RUN x \\~# b~y~USER z | 2-4 RUN 'x y' #[a]~5-5 USER 'z'",
      })
  void aTextIsTheseStatements(String text, String expected) {
    String shown = AstText.show(parse(unescape(text)));
    assertThat(shown).isEqualTo(expected.replace("~", text.contains("<<") ? "~" : "\n").replace("^", "\t")
        .replace("]~4-4", "]\n4-4"));
  }

  @Test
  void directivesAreRead() {
    Dockerfile dockerfile = parse("# Syntax = a b \n#escape=`\n # check=skip=all\n# x\n# escape=x\nFROM a");
    assertThat(dockerfile.directives().stream().map(d -> d.name() + "|" + d.value()).toList())
        .containsExactly("syntax|a b", "escape|`", "check|skip=all");
    assertThat(dockerfile.escape()).isEqualTo('`');
    assertThat(dockerfile.source().text(dockerfile.directives().get(2).span())).isEqualTo("# check=skip=all");
  }

  @Test
  void emptyContinuationsAreReportedByTheirLastLine() {
    Dockerfile dockerfile = parse("RUN a \\\n\n  b\nRUN c \\\n# no\n d\nRUN e \\\n \n \\\n f <<X\nX\n");
    assertThat(dockerfile.emptyContinuations()).containsExactly(3, 10);
  }

  @Test
  void everyPartIsFoundInTheFile() {
    String text = "# c\nCOPY --fr\\\nom=x \\\n# in\n  src \\\n dst\nENV a=b \\\n c=d\n";
    Dockerfile dockerfile = parse(text);
    Statement copy = dockerfile.statements().get(0);
    assertThat(dockerfile.source().text(copy.span())).startsWith("COPY").endsWith("dst");
    assertThat(dockerfile.source().text(copy.flags().get(0).span())).isEqualTo("--fr\\\nom=x");
    Form.Words words = (Form.Words) copy.form();
    assertThat(words.words().get(1).span()).isEqualTo(new Span(text.indexOf("dst"), text.indexOf("dst") + 3));
    Form.KeyValues pairs = (Form.KeyValues) dockerfile.statements().get(1).form();
    assertThat(dockerfile.source().text(pairs.pairs().get(1).text().span())).isEqualTo("c=d");
  }

  @Test
  void heredocsAreFoundInTheFile() {
    Dockerfile dockerfile = parse("RUN <<A\nx\nA\nUSER b");
    Statement run = dockerfile.statements().get(0);
    assertThat(dockerfile.source().text(run.heredocs().get(0).span())).isEqualTo("x\nA");
    assertThat(dockerfile.source().text(run.span())).isEqualTo("RUN <<A\nx\nA");
  }

  @Test
  void bytesThatAreNoUtf8AreKept() {
    byte[] bytes = "RUN a\nRUN ?\n".getBytes(StandardCharsets.ISO_8859_1);
    bytes[10] = (byte) 0xE9;
    Dockerfile dockerfile =
        AstBuilder.parse(SourceFile.of("Dockerfile", bytes), SyntaxLimits.DEFAULT, new DiagnosticSink());
    assertThat(dockerfile.statements().get(1).arguments().value()).isEqualTo("\uDCE9");
    assertThat(Utf8Escapes.encode(DockerfilePrinter.print(dockerfile))).isEqualTo(bytes);
  }
}
