package dev.strake.frontend.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.diagnostics.Diagnostic;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each command leaves in the history, in the configuration and in the graph. */
class CommandLoweringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "MAINTAINER me | MAINTAINER me | \"author\":\"me\"",
        "ENV A=1 B=\"x y\" | ENV A=1 B=x y | ,\"A=1\",\"B=x y\"]",
        "LABEL b=1 a=2 | LABEL b=1 a=2 | \"Labels\":{\"a\":\"2\",\"b\":\"1\"}",
        "ARG A=1 | ARG A=1 | \"config\":{",
        "USER me | USER me | \"User\":\"me\"",
        "VOLUME /a /b | VOLUME [/a /b] | \"Volumes\":{\"/a\":{},\"/b\":{}}",
        "STOPSIGNAL sigrtmin+3 | STOPSIGNAL sigrtmin+3 | \"StopSignal\":\"sigrtmin+3\"",
        "SHELL [\"a\", \"b\"] | SHELL [a b] | \"Shell\":[\"a\",\"b\"]",
        "CMD [\"a\", \"b\"] | CMD [\"a\" \"b\"] | \"Cmd\":[\"a\",\"b\"],\"WorkingDir\":\"/\",\"ArgsEscaped\":true",
        "CMD a b | CMD [\"/bin/sh\" \"-c\" \"a b\"] | \"Cmd\":[\"/bin/sh\",\"-c\",\"a b\"]",
        "ENTRYPOINT [\"a\"] | ENTRYPOINT [\"a\"] | \"Entrypoint\":[\"a\"]",
        "EXPOSE 80 81-82/UDP | EXPOSE [80/tcp 81/udp 82/udp] | {\"80/tcp\":{},\"81/udp\":{},\"82/udp\":{}}",
        "WORKDIR a/b | WORKDIR /a/b | \"WorkingDir\":\"/a/b\"",
        "HEALTHCHECK --interval=90s CMD x | HEALTHCHECK {Test:[CMD-SHELL x] Interval:1m30s Timeout:0s StartPeriod:0s"
            + " StartInterval:0s Retries:0}"
            + " | \"Healthcheck\":{\"Test\":[\"CMD-SHELL\",\"x\"],\"Interval\":90000000000}",
        "RUN echo $x | RUN /bin/sh -c echo $x # buildkit | \"rootfs\"",
        "RUN [\"a\", \"b\"] | RUN a b # buildkit | \"rootfs\"",
        "COPY --chown=1:2 --chmod=755 a b /c/ | COPY --chown=1:2 --chmod=755 a b /c/ # buildkit | \"rootfs\"",
        "ADD https://x.org/y.tar / | ADD https://x.org/y.tar / # buildkit | \"rootfs\"",
      })
  void tellsTheHistoryAndTheConfiguration(String command, String history, String config) {
    Compile compiled = Compile.of("FROM scratch", command);
    assertThat(compiled.history()).containsExactly(history);
    assertThat(compiled.config()).contains(config);
  }

  @Test
  void onbuildWaitsForTheNextBuild() {
    Compile compiled = Compile.of("FROM scratch AS base", "ONBUILD ENV A=1", "ONBUILD COPY x /", "FROM base");
    assertThat(compiled.history()).containsExactly("ENV A=1", "COPY x / # buildkit");
    assertThat(compiled.names()).contains("[stage-1 1/2] ONBUILD COPY x /");
    assertThat(Compile.of("FROM scratch", "ONBUILD ENV A=1").config()).contains("\"OnBuild\":[\"ENV A=1\"]");
  }

  @Test
  void runKnowsItsArguments() {
    Compile compiled = Compile.of(Map.of("C", "3"), "FROM scratch", "ARG A=1", "ARG B", "ARG C=2", "RUN x");
    assertThat(compiled.history().getLast()).isEqualTo("RUN |3 A=1 B= C=3 /bin/sh -c x # buildkit");
    assertThat(compiled.config()).doesNotContain("\"A=1\"");
    assertThat(compiled.llb()).contains("A=1", "C=3").doesNotContain("B=");
  }

  @Test
  void entrypointDropsTheBasesArguments() {
    Compile inherited = Compile.of("FROM scratch AS base", "CMD [\"x\"]", "FROM base", "ENTRYPOINT [\"y\"]");
    assertThat(inherited.config()).doesNotContain("\"Cmd\"");
    Compile own = Compile.of("FROM scratch", "CMD [\"x\"]", "ENTRYPOINT [\"y\"]");
    assertThat(own.config()).contains("\"Cmd\":[\"x\"]");
  }

  @Test
  void heredocsRunAsScriptsOrByTheShell() {
    Compile script = Compile.of("FROM scratch", "RUN <<EOF", "#!/bin/x", "y", "EOF");
    assertThat(script.history()).containsExactly("RUN /bin/sh -c /dev/pipes/EOF # buildkit");
    assertThat(script.names()).contains("[internal] preparing inline document", "[1/1] RUN <<EOF (#!/bin/x...)");
    Compile shell = Compile.of("FROM scratch", "RUN <<-EOF", "\ta", "EOF");
    assertThat(shell.history()).containsExactly("RUN /bin/sh -c a\n # buildkit");
    Compile several = Compile.of("FROM scratch", "RUN cat <<A <<B", "1", "A", "2", "B");
    assertThat(several.history()).containsExactly("RUN /bin/sh -c cat <<A <<B\n1\nA\n2\nB # buildkit");
  }

  @Test
  void copiesTakeFilesFromStagesAndContexts() {
    Compile compiled =
        Compile.of("FROM scratch AS a", "COPY x/y /", "FROM scratch", "COPY --from=a /y /z", "COPY --from=0 y .");
    assertThat(compiled.llb()).contains("local.followpaths=\"[\\\"x/y\\\"]\"");
    assertThat(compiled.names())
        .contains("[a 1/1] COPY x/y /", "[stage-1 1/2] COPY --from=a /y /z", "[stage-1 2/2] COPY --from=0 y .");
  }

  @Test
  void linksMakeLayersOfTheirOwn() {
    Compile compiled = Compile.of("FROM scratch", "COPY a /", "COPY --link b /");
    assertThat(compiled.llb()).contains("merge");
    assertThat(compiled.names()).contains("[2/2] LINK COPY --link b /");
    assertThat(Compile.of("FROM scratch", "COPY a /", "COPY --link --chmod=644 b /").llb()).doesNotContain("merge");
  }

  @Test
  void theSameBuildHasTheSameBytes() {
    String[] lines = {"FROM scratch", "COPY a /", "COPY --link b /", "RUN x"};
    Compile one = Compile.of(lines);
    Compile other = Compile.of(lines);
    assertThat(one.definition().toBytes()).isEqualTo(other.definition().toBytes());
  }

  @Test
  void aRepositoryThatIsReachedBySshHasItsServersKey() {
    assertThat(Compile.of("FROM scratch", "ADD git@x.org:a/b.git /").llb())
        .contains("git.knownsshhosts=\"key of x.org\"");
    assertThat(Compile.of("FROM scratch", "ADD ssh://git@x.org:2222/a/b.git /").llb())
        .contains("git.knownsshhosts=\"key of x.org:2222\"");
    assertThat(Compile.of("FROM scratch", "ADD https://x.org/a/b.git /").llb()).doesNotContain("knownsshhosts");
  }

  @Test
  void stampsFoldersAndHistory() {
    Compile compiled = Compile.of(Map.of("SOURCE_DATE_EPOCH", "1700000000"), "FROM scratch", "WORKDIR /a");
    assertThat(compiled.image().epoch())
        .hasValueSatisfying(t -> assertThat(t.getEpochSecond()).isEqualTo(1_700_000_000L));
    assertThat(compiled.config()).contains("{\"created\":\"2023-11-14T22:13:20Z\",\"created_by\":\"WORKDIR /a\"");
    assertThat(compiled.llb()).contains("1700000000000000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "COPY --chmod=99999 a b | invalid-chmod | invalid chmod parameter: '99999'. it should be octal string and"
            + " between 0 and 07777",
        "COPY --chmod=q a b | invalid-chmod | invalid syntax",
        "COPY https://x.org/a b | remote-source-in-copy | source can't be a URL for COPY",
        "COPY git@x.org:a/b.git c | remote-source-in-copy | source can't be a git ref for COPY",
        "ADD --checksum=sha256:1 a b | checksum-not-allowed | checksum requires HTTP(S) or Git sources",
        "ADD --checksum=sha256:1 https://x.org/a b | invalid-checksum | invalid checksum digest length",
        "RUN --mount=type=bind,target=/ x | invalid-mount-target | invalid mount target \"/\"",
        "STOPSIGNAL NOPE | invalid-signal | invalid signal: NOPE",
        "EXPOSE x | invalid-port | invalid containerPort: x",
        "EXPOSE 80/x | invalid-port | invalid port: \"80/x\": invalid proto: x",
        "COPY --from=9 a b | invalid-stage-index | invalid stage index 9",
        "COPY --from=$x a b | variable-in-copy-from | variable expansion is not supported for --from, define a new"
            + " stage with FROM using ARG from global scope as a workaround",
        "RUN --device=a/b=c x | feature-not-released | device feature is only supported in Dockerfile frontend"
            + " 1.14.0-labs or later",
      })
  void saysWhatIsWrong(String command, String code, String message) {
    assertThat(Compile.errors("FROM scratch", command))
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo(code))
        .satisfies(error -> assertThat(error.message()).isEqualTo(message))
        .satisfies(error -> assertThat(error.help()).isPresent());
  }

  @Test
  void findsAllErrorsOfAStage() {
    assertThat(Compile.errors("FROM scratch", "STOPSIGNAL a", "RUN x", "STOPSIGNAL b"))
        .extracting(Diagnostic::message)
        .containsExactly("invalid signal: a", "invalid signal: b");
  }
}
