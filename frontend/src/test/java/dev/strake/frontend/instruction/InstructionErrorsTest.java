package dev.strake.frontend.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.Keywords;
import dev.strake.grammar.diagnostics.Diagnostic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first error of a file, in the reference's words. */
class InstructionErrorsTest {

  record Case(String dockerfile, String message) {}

  static Case inStage(String instruction, String message) {
    return new Case("FROM scratch\n" + instruction, "dockerfile parse error on line 2: " + message);
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("FORM scratch", "dockerfile parse error on line 1: unknown instruction: FORM (did you mean FROM?)"),
        new Case("FROM", "dockerfile parse error on line 1: FROM requires either one or three arguments"),
        new Case("FROM a b", "dockerfile parse error on line 1: FROM requires either one or three arguments"),
        new Case("FROM a AS", "dockerfile parse error on line 1: FROM requires either one or three arguments"),
        new Case("FROM a as b c", "dockerfile parse error on line 1: FROM requires either one or three arguments"),
        new Case("FROM a with b", "dockerfile parse error on line 1: FROM requires either one or three arguments"),
        new Case("FROM a AS 1x",
            "dockerfile parse error on line 1: invalid name for build stage: \"1x\", name can't start with "
                + "a number or contain symbols"),
        new Case("FROM a AS a:b",
            "dockerfile parse error on line 1: invalid name for build stage: \"a:b\", name can't start "
                + "with a number or contain symbols"),
        new Case("FROM a AS A$",
            "dockerfile parse error on line 1: invalid name for build stage: \"A$\", name can't start with "
                + "a number or contain symbols"),
        new Case("FROM --platform a", "dockerfile parse error on line 1: missing a value on flag: --platform"),
        new Case("FROM --platfrom=linux a",
            "dockerfile parse error on line 1: unknown flag: --platfrom (did you mean platform?)"),
        new Case("FROM --platform=a --platform=b a",
            "dockerfile parse error on line 1: duplicate flag specified: --platform"),
        new Case("FROM --foo a AS 9",
            "dockerfile parse error on line 1: invalid name for build stage: \"9\", name can't start with "
                + "a number or contain symbols"),
        inStage("RNU x", "unknown instruction: RNU (did you mean RUN?)"),
        inStage("run2 x", "unknown instruction: run2 (did you mean run?)"),
        inStage("FOOBAR x", "unknown instruction: FOOBAR"),
        inStage("cpoy a b", "unknown instruction: cpoy (did you mean copy?)"),
        new Case("RUN x", "no build stage in current context"),
        new Case("ENV a=b\nFROM scratch", "no build stage in current context"),
        new Case("ARG", "dockerfile parse error on line 1: ARG requires at least one argument"),
        new Case("ARG =x", "dockerfile parse error on line 1: ARG names can not be blank"),
        new Case("ARG a =x\nFROM scratch", "dockerfile parse error on line 1: ARG names can not be blank"),
        inStage("ARG =x", "ARG names can not be blank"),
        inStage("ENV", "ENV requires at least one argument"),
        inStage("ENV =x", "ENV names can not be blank"),
        inStage("ENV a=b =c", "ENV names can not be blank"),
        inStage("ENV --x a=b", "unknown flag: --x"),
        inStage("LABEL", "LABEL requires at least one argument"),
        inStage("LABEL =x", "LABEL names can not be blank"),
        inStage("LABEL --y a=b", "unknown flag: --y"),
        inStage("MAINTAINER", "MAINTAINER requires exactly one argument"),
        inStage("MAINTAINER --x y", "unknown flag: --x"),
        inStage("ADD",
            "ADD requires at least two arguments, but only one was provided. Destination could not be determined"),
        inStage("ADD a",
            "ADD requires at least two arguments, but only one was provided. Destination could not be determined"),
        inStage("ADD --foo a",
            "ADD requires at least two arguments, but only one was provided. Destination could not be determined"),
        inStage("ADD --foo a b", "unknown flag: --foo"),
        inStage("ADD --chown a b", "missing a value on flag: --chown"),
        inStage("ADD --link= a b", "missing a value on flag: --link"),
        inStage("ADD --link=x a b", "expecting boolean value for flag --link, not: x"),
        inStage("ADD --link=TRUE --link a b", "duplicate flag specified: --link"),
        inStage("ADD --keep-git=1 a b", "unknown flag: --keep-git"),
        inStage("ADD --keep-git-dir=yes a b", "expecting boolean value for flag --keep-git-dir, not: yes"),
        inStage("ADD --checksum=a --checksum=b a b", "duplicate flag specified: --checksum"),
        inStage("ADD --exclude a b", "missing a value on flag: --exclude"),
        inStage("ADD --unpack=no a b", "expecting boolean value for flag --unpack, not: no"),
        inStage("ADD a <<EOF\nEOF", "ADD cannot accept a heredoc as a destination"),
        inStage("ADD <<EOF <<X\nEOF\nX", "ADD cannot accept a heredoc as a destination"),
        inStage("COPY",
            "COPY requires at least two arguments, but only one was provided. Destination could not be determined"),
        inStage("COPY a",
            "COPY requires at least two arguments, but only one was provided. Destination could not be determined"),
        inStage("COPY --form=x a b", "unknown flag: --form (did you mean from?)"),
        inStage("COPY --from a b", "missing a value on flag: --from"),
        inStage("COPY --from=x --from=y a b", "duplicate flag specified: --from"),
        inStage("COPY --parents=maybe a b", "expecting boolean value for flag --parents, not: maybe"),
        inStage("COPY --keep-git-dir a b", "unknown flag: --keep-git-dir"),
        inStage("COPY --chmod a b", "missing a value on flag: --chmod"),
        inStage("COPY a <<EOF\nEOF", "COPY cannot accept a heredoc as a destination"),
        inStage("COPY [\"a\"]",
            "COPY requires at least two arguments, but only one was provided. Destination could not be determined"),
        inStage("COPY [\"a\", \"<<EOF\"]", "COPY cannot accept a heredoc as a destination"),
        inStage("COPY []",
            "COPY requires at least two arguments, but only one was provided. Destination could not be determined"),
        inStage("COPY --links a b", "unknown flag: --links (did you mean link?)"),
        inStage("ONBUILD", "ONBUILD requires at least one argument"),
        inStage("ONBUILD ONBUILD RUN x", "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"),
        inStage("ONBUILD FROM x", "FROM isn't allowed as an ONBUILD trigger"),
        inStage("ONBUILD maintainer x", "MAINTAINER isn't allowed as an ONBUILD trigger"),
        inStage("ONBUILD --x RUN y", "unknown flag: --x"),
        inStage("ONBUILD onbuild", "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"),
        inStage("WORKDIR", "WORKDIR requires exactly one argument"),
        inStage("WORKDIR --x /a", "unknown flag: --x"),
        inStage("USER", "USER requires exactly one argument"),
        inStage("USER --x a", "unknown flag: --x"),
        inStage("STOPSIGNAL", "STOPSIGNAL requires exactly one argument"),
        inStage("VOLUME", "VOLUME requires at least one argument"),
        inStage("VOLUME [\"a\", \" \"]", "VOLUME specified can not be an empty string"),
        inStage("VOLUME []", "VOLUME requires at least one argument"),
        inStage("VOLUME --x a", "unknown flag: --x"),
        inStage("EXPOSE", "EXPOSE requires at least one argument"),
        inStage("EXPOSE --x 80", "unknown flag: --x"),
        inStage("SHELL", "SHELL requires at least one argument"),
        inStage("SHELL []", "SHELL requires at least one argument"),
        inStage("SHELL /bin/sh", "SHELL requires the arguments to be in JSON form"),
        inStage("SHELL --x [\"a\"]", "unknown flag: --x"),
        inStage("CMD --x a", "unknown flag: --x"),
        inStage("ENTRYPOINT --x a", "unknown flag: --x"),
        inStage("RUN --x a", "unknown flag: --x"),
        inStage("RUN --mont=type=bind a", "unknown flag: --mont (did you mean mount?)"),
        inStage("RUN --network a", "missing a value on flag: --network"),
        inStage("HEALTHCHECK", "HEALTHCHECK requires at least one argument"),
        inStage("HEALTHCHECK NONE x", "HEALTHCHECK NONE takes no arguments"),
        inStage("HEALTHCHECK none x", "HEALTHCHECK NONE takes no arguments"),
        inStage("HEALTHCHECK CMD", "Missing command after HEALTHCHECK CMD"),
        inStage("HEALTHCHECK CMD []", "Missing command after HEALTHCHECK CMD"),
        inStage("HEALTHCHECK curl x", "Unknown type \"CURL\" in HEALTHCHECK (try CMD)"),
        inStage("HEALTHCHECK --interval CMD x", "missing a value on flag: --interval"),
        inStage("HEALTHCHECK --interval=5 CMD x", "time: missing unit in duration \"5\""),
        inStage("HEALTHCHECK --interval=abc CMD x", "time: invalid duration \"abc\""),
        inStage("HEALTHCHECK --interval=5x CMD x", "time: unknown unit \"x\" in duration \"5x\""),
        inStage("HEALTHCHECK --interval=1us CMD x", "Interval \"interval\" cannot be less than 1ms"),
        inStage("HEALTHCHECK --timeout=-1s CMD x", "Interval \"timeout\" cannot be less than 1ms"),
        inStage("HEALTHCHECK --start-period=1ns CMD x", "Interval \"start-period\" cannot be less than 1ms"),
        inStage("HEALTHCHECK --start-interval=q CMD x", "time: invalid duration \"q\""),
        inStage("HEALTHCHECK --retries=x CMD y", "strconv.ParseInt: parsing \"x\": invalid syntax"),
        inStage("HEALTHCHECK --retries=-1 CMD y", "--retries cannot be negative (-1)"),
        inStage("HEALTHCHECK --retries=3000000000 CMD y",
            "strconv.ParseInt: parsing \"3000000000\": value out of range"),
        inStage("HEALTHCHECK --retry=3 CMD y", "unknown flag: --retry"),
        inStage("HEALTHCHECK --interval=x --retries=y curl", "Unknown type \"CURL\" in HEALTHCHECK (try CMD)"),
        inStage("RUN --network=foo x", "invalid network mode \"foo\""),
        inStage("RUN --network=HOST x", "invalid network mode \"HOST\""),
        inStage("RUN --security=none x", "security \"none\" is not valid"),
        inStage("RUN --security= x", "security \"\" is not valid"),
        inStage("RUN --network=a --network=b x", "duplicate flag specified: --network"),
        inStage("RUN --network=bad --mount=from=$x y",
            "'from' doesn't support variable expansion, define alias stage instead"),
        inStage("RUN --mount=from=$A x", "'from' doesn't support variable expansion, define alias stage instead"),
        inStage("RUN --mount=type=bind,from=a${B} x",
            "'from' doesn't support variable expansion, define alias stage instead"),
        inStage("RUN --mount= x", "failed to parse csv mounts: EOF"),
        inStage("RUN --mount x", "missing a value on flag: --mount"),
        inStage("RUN --mount=a\\\"b x",
            "failed to parse csv mounts: parse error on line 1, column 2: bare \" in non-quoted-field"),
        inStage("RUN --mount='\"a' x",
            "failed to parse csv mounts: parse error on line 1, column 2: extraneous or missing \" in quoted-field"),
        inStage("RUN --mount='\"a\"b' x",
            "failed to parse csv mounts: parse error on line 1, column 3: extraneous or missing \" in quoted-field"),
        inStage("RUN --mount='x,\"a' x",
            "failed to parse csv mounts: parse error on line 1, column 4: extraneous or missing \" in quoted-field"),
        inStage("RUN --device= x", "failed to parse csv devices: EOF"),
        inStage("RUN --device=a,b x", "invalid field 'b' must be a key=value pair"),
        inStage("RUN --device=a,name=b x", "device name already set to a"),
        inStage("RUN --device=name=a,foo=c x", "unexpected key 'foo' in 'foo=c'"),
        inStage("RUN --device=a,require=true x",
            "unexpected key 'require' in 'require=true' (did you mean required?)"),
        inStage("RUN --device=a,required=maybe x", "invalid value for required: maybe"),
        inStage("RUN --device='\"a' x",
            "failed to parse csv devices: parse error on line 1, column 2: extraneous or missing \" in quoted-field"),
        inStage("RUN --device=name=a,nmae=c x", "unexpected key 'nmae' in 'nmae=c' (did you mean name?)"),
        new Case("FROM scratch\nRUN --network=x a\nRUN --security=y b",
            "dockerfile parse error on line 2: invalid network mode \"x\""));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatTheReferenceSays(Case example) {
    assertThat(Parse.of(example.dockerfile()).errors()).extracting(Diagnostic::message).startsWith(example.message());
  }

  @Test
  void knowsEachInstructionThatTheGrammarKnows() {
    for (String name : Keywords.names()) {
      assertThat(Parse.of(name + " a").errors())
          .extracting(Diagnostic::code)
          .as(name)
          .doesNotContain("unknown-instruction");
    }
  }

  @Test
  void reportsEveryBrokenInstruction() {
    Parse parse = Parse.of("FROM scratch\nRNU x\nCOPY a\nENV =b\nRUN ok\n");
    assertThat(parse.errors())
        .extracting(Diagnostic::code)
        .containsExactly("unknown-instruction", "missing-destination", "blank-name");
    assertThat(parse.stages().stages().getFirst().commands()).hasSize(1);
  }

  @Test
  void aBrokenFromBeginsAStageAllTheSame() {
    assertThat(Parse.of("FROM a b\nRUN x\nRUN y\n").errors())
        .extracting(Diagnostic::code)
        .containsExactly("from-arguments");
  }

  @Test
  void missesTheBuildStageOnce() {
    assertThat(Parse.of("RUN x\nRUN y\nFROM scratch\n").errors())
        .extracting(Diagnostic::code)
        .containsExactly("no-build-stage");
  }

  @Test
  void pointsAtTheWordInQuestion() {
    assertThat(Parse.of("FROM scratch\nRNU x").errorTexts()).containsExactly("RNU");
    assertThat(Parse.of("FROM scratch\nCOPY --form=a b c").errorTexts()).containsExactly("--form=a");
    assertThat(Parse.of("FROM a AS \\\n 1st").errorTexts()).containsExactly("1st");
    assertThat(Parse.of("FROM scratch\nENV a=b \\\n =c").errorTexts()).containsExactly("=c");
  }

  @Test
  void saysWhatToDo() {
    assertThat(Parse.of("FROM scratch\nRUN --mount x").errors().getFirst().help())
        .hasValue("write --mount=<value>");
    assertThat(Parse.of("FROM scratch\nCMD --x y").errors().getFirst().help())
        .hasValue("this instruction has no flags");
    assertThat(List.copyOf(Parse.of("FROM scratch\nRUN --mnt=x y").errors()).getFirst().help())
        .hasValue("the flags of this instruction are --device, --mount, --network, --security");
  }
}
