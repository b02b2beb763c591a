package dev.strake.frontend.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.strake.frontend.cases.CaseRun;
import dev.strake.frontend.cases.DockerfileCase;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every rule has a page, whose examples are its tests. */
class RulePagesTest {

  @TempDir Path folder;

  @Test
  void everyRuleHasAPageWithExamples() {
    List<RulePage> pages = RulePage.all();
    assertThat(pages)
        .extracting(RulePage::rule)
        .containsExactlyInAnyOrderElementsOf(LintRules.all().stream().map(LintRule::name).toList());
    assertThat(pages).allSatisfy(page -> {
      assertThat(page.bad()).as(page.rule()).isNotEmpty();
      assertThat(page.good()).as(page.rule()).isNotEmpty();
    });
  }

  @Test
  void thereAreTwentyTwoRules() {
    assertThat(LintRules.all()).extracting(LintRule::name).doesNotHaveDuplicates().hasSize(22);
    assertThat(LintRules.all()).filteredOn(LintRule::experimental).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    List<DynamicTest> tests = new ArrayList<>();
    for (RulePage page : RulePage.all()) {
      for (int i = 0; i < page.bad().size(); i++) {
        RulePage.Example example = page.bad().get(i);
        tests.add(dynamicTest(
            page.rule() + ", bad " + (i + 1), () -> assertThat(rules(example)).contains(page.rule())));
      }
      for (int i = 0; i < page.good().size(); i++) {
        RulePage.Example example = page.good().get(i);
        tests.add(dynamicTest(
            page.rule() + ", good " + (i + 1), () -> assertThat(rules(example)).doesNotContain(page.rule())));
      }
    }
    return tests.stream();
  }

  /** The rules that a build of the example breaks; the build itself succeeds. */
  private List<String> rules(RulePage.Example example) throws IOException {
    Path context = Files.createTempDirectory(folder, "context");
    for (Map.Entry<String, String> file : example.files().entrySet()) {
      Files.writeString(context.resolve(file.getKey()), file.getValue());
    }
    CaseRun run = CaseRun.of(new DockerfileCase("rule", context, example.options()));
    assertThat(run.failure()).isEmpty();
    return run.diagnostics().stream().map(Diagnostic::code).toList();
  }
}
