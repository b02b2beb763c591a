package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.bridge.content.JsonTree;
import dev.strake.frontend.LintReport;
import dev.strake.frontend.lint.LintRules;
import dev.strake.frontend.port.SourceInfo;
import dev.strake.grammar.diagnostics.Diagnostic;
import dev.strake.grammar.diagnostics.Diagnostic.LineRange;
import dev.strake.grammar.source.SourceFile;
import dev.strake.grammar.source.Span;
import dev.strake.llb.marshal.Definition;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the schema of SARIF 2.1.0 demands of a log, of its tool and rules, and of each result and its region. */
class SarifReportTest {

  private static final String TEXT = "FROM scratch\nCOPPY \ud83d\ude00 /\n";
  private static final SourceFile FILE = SourceFile.of("Dockerfile", TEXT);
  private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

  private static Map<String, Object> run(Optional<String> refusal, Diagnostic... found) throws IOException {
    SourceInfo source =
        new SourceInfo("Dockerfile", "Dockerfile", TEXT.getBytes(StandardCharsets.UTF_8), Definition.EMPTY);
    String text = new SarifReport(new LintReport(source, List.of(found), refusal), "a b/Dockerfile").render();
    Map<String, Object> log = JsonTree.readObject(text.getBytes(StandardCharsets.UTF_8));
    assertThat(log).containsEntry("version", "2.1.0").containsOnlyKeys("$schema", "version", "runs");
    assertThat(URI.create((String) log.get("$schema")).isAbsolute()).isTrue();
    List<Map<String, Object>> runs = objects(log, "runs");
    assertThat(runs).hasSize(1);
    return runs.getFirst();
  }

  @SuppressWarnings("unchecked") // JSON has these types only.
  private static Map<String, Object> object(Map<String, Object> parent, String name) {
    assertThat(parent).containsKey(name);
    return (Map<String, Object>) parent.get(name);
  }

  @SuppressWarnings("unchecked") // JSON has these types only.
  private static List<Map<String, Object>> objects(Map<String, Object> parent, String name) {
    assertThat(parent).containsKey(name);
    return (List<Map<String, Object>>) parent.get(name);
  }

  private static List<Map<String, Object>> rules(Map<String, Object> run) {
    return objects(object(object(run, "tool"), "driver"), "rules");
  }

  /** Each result has what the schema demands; gives their regions, an empty one where there is none. */
  private static List<Map<String, Object>> checkedRegions(Map<String, Object> run) {
    List<Map<String, Object>> regions = new ArrayList<>();
    for (Map<String, Object> result : objects(run, "results")) {
      int index = ((Long) result.get("ruleIndex")).intValue();
      assertThat(rules(run).get(index)).containsEntry("id", result.get("ruleId"));
      assertThat(LEVELS).contains((String) result.get("level"));
      assertThat((String) object(result, "message").get("text")).isNotEmpty();
      Map<String, Object> place = object(objects(result, "locations").getFirst(), "physicalLocation");
      assertThat(object(place, "artifactLocation")).containsEntry("uri", "a%20b/Dockerfile");
      @SuppressWarnings("unchecked") // JSON has these types only.
      Map<String, Object> region = (Map<String, Object>) place.getOrDefault("region", Map.of());
      assertThat(region.values()).allMatch(number -> (Long) number >= 1);
      regions.add(region);
    }
    return regions;
  }

  @Test
  void theToolHasItsNameAndEachRuleItsMetadata() throws IOException {
    Map<String, Object> run = run(Optional.empty());

    assertThat(object(object(run, "tool"), "driver")).containsEntry("name", "strake");
    assertThat(run).containsEntry("columnKind", "unicodeCodePoints");
    assertThat(objects(run, "results")).isEmpty();
    assertThat(rules(run)).hasSize(LintRules.all().size());
    for (Map<String, Object> rule : rules(run)) {
      assertThat((String) rule.get("id")).isNotEmpty();
      assertThat((String) object(rule, "shortDescription").get("text")).isNotEmpty();
      assertThat(LEVELS).contains((String) object(rule, "defaultConfiguration").get("level"));
      assertThat(URI.create((String) rule.getOrDefault("helpUri", "https://a")).isAbsolute()).isTrue();
    }
  }

  @Test
  void columnsCountCodePointsFromOneAndTheEndIsBehindTheLast() throws IOException {
    int smile = TEXT.indexOf("\ud83d");
    Diagnostic error = Diagnostic.error("some-code", "m", FILE, new Span(smile, smile + 2));
    Map<String, Object> run = run(Optional.empty(), error);

    assertThat(checkedRegions(run))
        .containsExactly(Map.of("startLine", 2L, "startColumn", 7L, "endLine", 2L, "endColumn", 8L));
    assertThat(rules(run).getLast()).containsEntry("id", "some-code");
  }

  @Test
  void linesWithoutASpanAreARegionUnlessTheyAreInFrontOfTheFile() throws IOException {
    Diagnostic plain = Diagnostic.error("some-code", "m");
    Map<String, Object> run = run(Optional.empty(), plain, plain.withLines(0, 0), plain.withLines(2, 1));

    assertThat(checkedRegions(run)).containsExactly(Map.of(), Map.of(), Map.of("startLine", 2L, "endLine", 2L));
    assertThat(plain.withLines(2, 1).lines()).contains(new LineRange(2, 1));
  }

  @Test
  void whatTheDaemonRefusedIsAResultToo() throws IOException {
    Map<String, Object> run = run(Optional.of("no such image"));

    assertThat(checkedRegions(run)).containsExactly(Map.of());
    assertThat(objects(run, "results").getFirst()).containsEntry("ruleId", "not-looked-at");
  }
}
