package dev.strake.frontend.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case against what it pins: {@code ast.txt}, {@code stages.txt}, {@code llb.txt}, {@code image.json} and {@code
 * diagnostics.txt}, whichever of them it has.
 *
 * <p>{@code -Dgolden.update} rewrites them, and pins all of a case that has none; that run fails with the list of the
 * changed files, so that nobody takes it for a pass.
 */
class GoldenTest {

  private static final boolean UPDATE = System.getProperty("golden.update") != null;

  @TestFactory
  Stream<DynamicTest> cases() {
    List<DockerfileCase> cases = DockerfileCase.all();
    assertThat(cases).hasSizeGreaterThan(400);
    return cases.stream().map(each -> DynamicTest.dynamicTest(each.name(), each.folder().toUri(), () -> check(each)));
  }

  private static void check(DockerfileCase aCase) {
    Map<String, String> texts = CaseTexts.of(aCase);
    List<Golden> goldens = texts.keySet().stream().map(name -> golden(aCase, name)).toList();
    boolean pinsNothing = goldens.stream().noneMatch(Golden::exists);
    List<Path> changed = new ArrayList<>();
    for (Golden golden : goldens) {
      String actual = texts.get(golden.file().getFileName().toString());
      if (UPDATE && (pinsNothing || golden.exists()) && !golden.pinned().equals(actual)) {
        golden.pin(actual);
        changed.add(golden.file());
      } else if (!UPDATE && golden.exists()) {
        assertThat(actual).as(golden.file().toString()).isEqualTo(golden.pinned());
      }
    }
    if (!changed.isEmpty()) {
      fail("rewritten: " + changed);
    }
    assertThat(UPDATE || !pinsNothing).as("%s pins something; -Dgolden.update writes it", aCase).isTrue();
  }

  private static Golden golden(DockerfileCase aCase, String name) {
    return new Golden(aCase.folder().resolve(name));
  }
}
