package dev.strake.grammar.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

  private final DiagnosticRenderer renderer = new DiagnosticRenderer(Palette.PLAIN, 80);

  private static SourceFile file(String text) {
    return SourceFile.of("Dockerfile", text);
  }

  private static Diagnostic at(SourceFile file, String marked) {
    int start = file.text().indexOf(marked);
    return Diagnostic.error("code", "what is wrong", file, new Span(start, start + marked.length()));
  }

  @Test
  void oneLine() {
    assertThat(renderer.render(at(file("FROM a\nRUN <<EOF\nx\n"), "<<EOF").withHelp("do this")))
        .isEqualTo(
            """
            error: what is wrong [code]
              --> Dockerfile:2:5
               |
             2 | RUN <<EOF
               |     ^^^^^
               = help: do this
            """);
  }

  @Test
  void severalLinesAndALabel() {
    SourceFile file = file("FROM a\nRUN b \\\n    c d\n# x\nRUN z\n");
    assertThat(renderer.render(at(file, "b \\\n    c").withLabel(new Span(0, 4), "see here")))
        .isEqualTo(
            """
            error: what is wrong [code]
              --> Dockerfile:2:5
               |
             1 | FROM a
               | ---- see here
             2 | RUN b \\
               |     ^^^
             3 |     c d
               |     ^
            """);
  }

  @Test
  void aLongRangeIsShownByItsEnds() {
    SourceFile file = file("RUN 1\n2\n3\n4\n5\n6\n7\n8\n9\nEND");
    assertThat(renderer.render(at(file, file.text())))
        .contains(" 5 | 5\n").contains("...\n 10 | END\n").doesNotContain("| 7");
  }

  @Test
  void tabsAndWideCharactersKeepTheCaretsInPlace() {
    assertThat(renderer.render(at(file("RUN\t日本e\u0301 x\u0007 bad"), "bad")))
        .contains(" 1 | RUN 日本e\u0301 x␇ bad\n   |              ^^^\n");
  }

  @Test
  void theColumnCountsCodePoints() {
    assertThat(renderer.render(at(file("RUN 😀 bad"), "bad"))).contains("Dockerfile:1:7");
  }

  @Test
  void aVeryLongLineIsCutAroundThePlace() {
    String text = "RUN " + "x".repeat(500_000) + " bad " + "y".repeat(500_000);
    String shown = renderer.render(at(file(text), "bad"));
    List<String> lines = shown.lines().toList();
    assertThat(lines.get(3)).hasSizeLessThanOrEqualTo(80).contains("xxx bad yyy").startsWith(" 1 | …").endsWith("…");
    assertThat(lines.get(4).indexOf("^^^")).isEqualTo(lines.get(3).indexOf("bad"));
  }

  @Test
  void anEmptyPlaceHasOneCaret() {
    SourceFile file = file("FROM a\n");
    assertThat(renderer.render(Diagnostic.error("code", "m", file, Span.at(7))))
        .isEqualTo("error: m [code]\n  --> Dockerfile:2:1\n   |\n 2 |\n   | ^\n");
  }

  @Test
  void withoutAPlaceThereIsNoExcerpt() {
    assertThat(renderer.render(Diagnostic.error("code", "m").withHelp("h")))
        .isEqualTo("error: m [code]\n   = help: h\n");
  }

  @Test
  void coloursAreEscapeSequences() {
    DiagnosticRenderer colours = new DiagnosticRenderer(Palette.ANSI, 80);
    String shown = colours.render(at(file("FROM a"), "a"));
    assertThat(shown).contains("\033[1;31merror:\033[0m").contains("\033[1;31m^\033[0m");
    assertThat(shown.replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(renderer.render(at(file("FROM a"), "a")));
  }

  @Test
  void severalHaveABlankLineBetweenThem() {
    Diagnostic one = Diagnostic.error("code", "m");
    assertThat(renderer.render(List.of(one, one))).isEqualTo("error: m [code]\n\nerror: m [code]\n");
  }

  @Test
  void ofVeryManyPlacesTheFirstAreMarkedAndTheRestIsCounted() {
    Diagnostic circle = at(file("a\n".repeat(1_000)), "a");
    for (int line = 1; line < 1_000; line++) {
      circle = circle.withLabel(new Span(2 * line, 2 * line + 1), "number " + line);
    }
    assertThat(renderer.render(circle))
        .contains("number 20\n")
        .doesNotContain("number 21")
        .endsWith("= and 979 more places\n");
  }

  @Test
  void ofVeryManyTheFirstAreShownAndTheRestIsCounted() {
    Diagnostic one = Diagnostic.error("code", "m");
    assertThat(renderer.render(Collections.nCopies(100, one))).endsWith("error: m [code]\n").doesNotContain("more");
    assertThat(renderer.render(Collections.nCopies(64_760, one)))
        .endsWith("error: m [code]\n\n... and 64660 more\n")
        .hasLineCount(201);
  }
}
