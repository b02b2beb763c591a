package dev.strake.bridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code strake check} where there is no daemon. */
class CheckTest {

  @TempDir Path folder;
  private TestSession session;

  @BeforeEach
  void session() {
    session = new TestSession(folder, Map.of("STRAKE_RUN_DIR", folder.resolve("run").toString()));
  }

  @Test
  void aCleanFileGivesNothing() throws IOException {
    dockerfile("# syntax=docker/dockerfile:1\nFROM scratch\nCOPY a /\n");

    assertThat(session.run("check", ".")).isEqualTo(ExitCode.OK);

    assertThat(session.out()).isEmpty();
    assertThat(session.err()).isEmpty();
  }

  @Test
  void textHasTheWarningsAndEveryError() throws IOException {
    dockerfile("FROM scratch\nMAINTAINER me\nCOPPY a /\nENV\n");

    assertThat(session.run("check", ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.out()).contains("WARNING: MaintainerDeprecated - https://", "Dockerfile:2");
    assertThat(session.err()).contains("(did you mean COPY?)", "3 | COPPY a /", "4 | ENV");
  }

  @Test
  void imagesThatNobodyLookedAtAreNamedAndTheirVariablesNotGuessedAt() throws IOException {
    dockerfile("FROM alpine:3\nENV A=$GOPATH\nWORKDIR here\n");

    assertThat(session.run("check", ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("not looked at docker.io/library/alpine:3").contains("UndefinedVar is off");
    assertThat(session.out()).contains("WorkdirRelativePath").doesNotContain("UndefinedVar");
  }

  @Test
  void whatOnlyADaemonCanLoadIsRefused() {
    assertThat(session.run("check", "https://example.invalid/a.git")).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("git://example.invalid/a.git cannot be looked at without a BuildKit daemon");
  }

  @Test
  void jsonIsTheAnswerOfTheSubrequest() throws IOException {
    dockerfile("FROM scratch\nMAINTAINER me\n");

    assertThat(session.run("check", "--format", "json", ".")).isEqualTo(ExitCode.FAILED);

    assertThat(session.out()).startsWith("{").contains("\"ruleName\": \"MaintainerDeprecated\"");
  }

  @Test
  void sarifHasTheRulesAndEachFindingWithItsPlace() throws IOException {
    Files.createDirectory(folder.resolve("a b"));
    Files.writeString(folder.resolve("a b/Dockerfile"), "FROM scratch\nCOPPY \"ü\" /\n");

    assertThat(session.run("check", "--format", "sarif", "a b")).isEqualTo(ExitCode.FAILED);

    assertThat(session.out())
        .contains("\"version\": \"2.1.0\"", "\"name\": \"strake\"", "\"id\": \"ExposeInvalidFormat\"")
        .contains("\"ruleId\": \"unknown-instruction\"", "\"level\": \"error\"", "\"uri\": \"a%20b/Dockerfile\"")
        .containsPattern(
            "\"startLine\": 2,\\s+\"startColumn\": 1,\\s+\"endLine\": 2,\\s+\"endColumn\": 6");
  }

  @Test
  void sarifOfACleanFileHasNoResults() throws IOException {
    dockerfile("FROM scratch\nCOPY a /\n");

    assertThat(session.run("check", "--format", "sarif", ".")).isEqualTo(ExitCode.OK);

    assertThat(session.out()).contains("\"results\": []");
  }

  private void dockerfile(String text) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), text);
  }
}
