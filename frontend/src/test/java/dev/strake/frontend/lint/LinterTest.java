package dev.strake.frontend.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.frontend.ast.Place;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.diagnostics.DiagnosticSink;
import dev.strake.grammar.diagnostics.Severity;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinterTest {

  private static final SourceFile FILE = SourceFile.of("Dockerfile", "FROM a AS B\nMAINTAINER me\n");
  private static final Place FROM = new Place(new Span(0, 11), new LineRange(1, 1));
  private static final Place MAINTAINER = new Place(new Span(12, 25), new LineRange(2, 2));

  private final DiagnosticSink sink = new DiagnosticSink();

  @Test
  void warns() {
    LintRules.STAGE_NAME_CASING.check(linter(LintConfig.DEFAULT), FROM, "B");
    Diagnostic warning = sink.all().getFirst();
    assertThat(warning.code()).isEqualTo("StageNameCasing");
    assertThat(warning.severity()).isEqualTo(Severity.WARNING);
    assertThat(warning.message()).isEqualTo("Stage name 'B' should be lowercase");
    assertThat(warning.url()).hasValue("https://docs.docker.com/go/dockerfile/rule/stage-name-casing/");
    assertThat(warning.lines()).hasValue(new LineRange(1, 1));
    assertThat(warning.span()).hasValue(new Span(0, 11));
    assertThat(sink.hasErrors()).isFalse();
  }

  @Test
  void skips() {
    LintRules.MAINTAINER_DEPRECATED.report(linter(config("skip=MaintainerDeprecated")), MAINTAINER);
    LintRules.MAINTAINER_DEPRECATED.report(linter(config("skip=all")), MAINTAINER);
    LintRules.MAINTAINER_DEPRECATED.report(Linter.disabled(), MAINTAINER);
    assertThat(sink.all()).isEmpty();
  }

  @Test
  void experimentalRulesRunWhereTheyAreAskedFor() {
    List<String> names = List.of("b");
    List<String> comments = List.of("not about it");
    InvalidDefinitionDescription rule = LintRules.INVALID_DEFINITION_DESCRIPTION;
    rule.check(linter(LintConfig.DEFAULT), FROM, "FROM", names, comments);
    assertThat(sink.all()).isEmpty();
    rule.check(linter(config("skip=all;experimental=InvalidDefinitionDescription")), FROM, "FROM", names, comments);
    rule.check(linter(config("experimental=all")), FROM, "FROM", names, comments);
    assertThat(sink.all()).hasSize(2);
  }

  @Test
  void commentsSwitchRulesOffForOneInstruction() {
    Linter linter = linter(LintConfig.DEFAULT);
    LintRules.MAINTAINER_DEPRECATED.report(
        linter.withComments(List.of("x", "check=skip=MaintainerDeprecated with a reason")), MAINTAINER);
    assertThat(sink.all()).isEmpty();
    LintRules.MAINTAINER_DEPRECATED.report(linter.withComments(List.of("check=nonsense")), MAINTAINER);
    LintRules.MAINTAINER_DEPRECATED.report(linter, MAINTAINER);
    assertThat(sink.all()).hasSize(2);
  }

  @Test
  void addsWarningsUpToAnError() {
    Linter linter = linter(new LintConfig(false, Set.of(), false, Set.of(), true));
    assertThat(linter.violation()).isEmpty();
    LintRules.MAINTAINER_DEPRECATED.report(linter, MAINTAINER);
    LintRules.STAGE_NAME_CASING.check(linter.withComments(List.of("check=skip=FromAsCasing")), FROM, "B");
    LintRules.MAINTAINER_DEPRECATED.report(linter, MAINTAINER);
    assertThat(linter.violation().orElseThrow().message())
        .isEqualTo("lint violation found for rules: MaintainerDeprecated, StageNameCasing");
  }

  @Test
  void onlyWarnsWithoutTheErrorOption() {
    Linter linter = linter(LintConfig.DEFAULT);
    LintRules.MAINTAINER_DEPRECATED.report(linter, MAINTAINER);
    assertThat(linter.violation()).isEmpty();
  }

  private Linter linter(LintConfig config) {
    return Linter.of(config, FILE, sink);
  }

  private static LintConfig config(String option) {
    return ((LintConfig.Parsed.Valid) LintConfig.parse(option)).config();
  }
}
