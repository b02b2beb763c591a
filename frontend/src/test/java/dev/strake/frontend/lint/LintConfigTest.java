package dev.strake.frontend.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintConfigTest {

  @Test
  void readsOptions() {
    assertThat(valid("skip=StageNameCasing, FromAsCasing;error=true;experimental=all"))
        .isEqualTo(new LintConfig(false, Set.of("StageNameCasing", "FromAsCasing"), true, Set.of(), true));
    assertThat(valid(" skip = all ; experimental=InvalidDefinitionDescription"))
        .isEqualTo(new LintConfig(true, Set.of(), false, Set.of("InvalidDefinitionDescription"), false));
    assertThat(valid("  ")).isEqualTo(LintConfig.DEFAULT);
  }

  @Test
  void theLaterListReplacesTheEarlier() {
    assertThat(valid("skip=A;skip=B").skipped()).containsExactly("B");
    assertThat(valid("skip=A;skip=all"))
        .isEqualTo(new LintConfig(true, Set.of("A"), false, Set.of(), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "skip | invalid check option \"skip\"",
        "skip=A;foo=1 | invalid check option \"foo\"",
        "error=x | failed to parse check option \"error=x\": strconv.ParseBool: parsing \"x\": invalid syntax",
        "skip=A;error=1; | invalid check option \"\"",
        "skip=A;skip=B;error=1;skip=C"
            + " | failed to parse check option \"error=1;skip=C\":"
            + " strconv.ParseBool: parsing \"1;skip=C\": invalid syntax"
      })
  void refuses(String option, String message) {
    assertThat(LintConfig.parse(option)).isEqualTo(new LintConfig.Parsed.Invalid(message));
  }

  @Test
  void readsAFilesDirective() {
    assertThat(of("# syntax=x\n# check=skip=all error=true\nFROM a")).isEqualTo(valid("skip=all"));
    assertThat(of("#!/bin/x\n# check=error=true\n")).isEqualTo(valid("error=true"));
    assertThat(of("# comment\n# check=skip=all\n")).isEqualTo(LintConfig.DEFAULT);
  }

  @Test
  void refusesAFilesDirectiveAtItsPlace() {
    DiagnosticSink sink = new DiagnosticSink();
    assertThat(LintConfig.of(SourceFile.of("Dockerfile", "# syntax=x\n# check=skip\n"), sink)).isEmpty();
    assertThat(sink.all())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.message()).isEqualTo("failed to parse check options: invalid check option \"skip\"");
              assertThat(error.span()).contains(new Span(11, 23));
              assertThat(error.lines()).as("what the reference tells").isEmpty();
            });
  }

  @Test
  void mergesWhatIsSkippedButNotWhatFails() {
    LintConfig merged = valid("skip=A;error=true").merged(valid("skip=B;error=false;experimental=C"));
    assertThat(merged).isEqualTo(new LintConfig(false, Set.of("A", "B"), false, Set.of("C"), true));
  }

  private static LintConfig of(String dockerfile) {
    return LintConfig.of(SourceFile.of("Dockerfile", dockerfile), new DiagnosticSink()).orElseThrow();
  }

  private static LintConfig valid(String option) {
    return config(LintConfig.parse(option));
  }

  private static LintConfig config(LintConfig.Parsed parsed) {
    return switch (parsed) {
      case LintConfig.Parsed.Valid(LintConfig config) -> config;
      case LintConfig.Parsed.Invalid(String message) -> throw new AssertionError(message);
    };
  }
}
