package dev.strake.llb.go.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strake.llb.go.template.GoValue.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates as Go fills them; what is expected was printed by Go. */
class GoTemplateTest {

  private static final GoValue INNER =
      new GoValue.Struct("main.Inner", List.of(Field.of("Name", "name", GoValue.of("<in>"))));

  private static final GoValue VALUE =
      new GoValue.Struct(
          "*main.Outer",
          List.of(
              Field.of("ID", "id", GoValue.of("abc")),
              Field.of("Size", "size", GoValue.of(1200)),
              Field.of("On", "on", GoValue.of(true)),
              Field.optional("Empty", "empty", GoValue.of("")),
              Field.of("Inner", "inner", INNER),
              Field.of("List", "list", GoValue.texts(List.of("x", "y", "z"))),
              Field.of("None", "none", GoValue.texts(List.of())),
              Field.of("Labels", "labels", GoValue.texts(Map.of("b", "2", "a", "1"))),
              Field.of("Time", "time", new GoValue.Time(Instant.parse("2026-01-02T03:04:05.670Z"))),
              Field.of("Gone", "gone", GoValue.NIL)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "{{.ID}}#abc",
        "{{ .Inner.Name }}!#<in>!",
        "{{json .Inner}}#{\"name\":\"<in>\"}",
        "{{json .List}} {{json .None}} {{json .Gone}} {{json .Time}}#[\"x\",\"y\",\"z\"] null null \"2026-01-02T03:04:05.67Z\"",
        "{{.Time}}#2026-01-02 03:04:05.67 +0000 UTC",
        "{{.List}} {{.Labels}} {{.Gone}}#[x y z] map[a:1 b:2] <nil>",
        "{{range .List}}{{.}},{{end}}#x,y,z,",
        "{{range $i, $e := .List}}{{if $i}} {{end}}{{$i}}={{$e}}{{end}}#0=x 1=y 2=z",
        "{{range $k, $v := .Labels}}{{$k}}{{$v}}{{end}}#a1b2",
        "{{range .None}}x{{else}}none{{end}}#none",
        "{{range .List}}{{if eq . \"y\"}}{{continue}}{{end}}{{.}}{{end}}#xz",
        "{{range .List}}{{if eq . \"y\"}}{{break}}{{end}}{{.}}{{end}}#x",
        "{{if .Empty}}a{{else if .On}}b{{else}}c{{end}}#b",
        "{{if and .On (gt .Size 1000)}}big{{end}}#big",
        "{{if or .Empty (not .On)}}a{{else}}b{{end}}#b",
        "{{with .Inner}}{{.Name}}{{$.ID}}{{end}}#<in>abc",
        "{{$x := .ID}}{{$x = \"new\"}}{{$x}}#new",
        "{{.ID | printf \"%-5s|\" }}#abc  |",
        "{{printf \"%q %5d %05d %x %v\" .ID .Size .Size .Size .On}}#\"abc\"  1200 01200 4b0 true",
        "{{len .List}} {{index .List 1}} {{index .Labels \"b\"}} {{slice .ID 1 2}}#3 y 2 b",
        "{{print .ID .Size .On}}{{println 1 2 | printf \"%q\"}}#abc1200 true\"1 2\\n\"",
        "a {{- .ID -}} b#aabcb",
        "a{{/* nothing */}}b {{- /* trimmed */ -}} c#abc",
        "{{\"a\\tb\"}}{{`raw\\`}}{{'x'}}{{1.5}}#a\tbraw\\1201.5",
        "{{ne 1 2}}{{lt 1 2}}{{le 2 2}}{{ge 1 2}}{{eq 1 2 1}}#truetruetruefalsetrue",
        "{{(index .List 0) | len}}#1",
        "{{.Labels.a}}{{.Labels.c}}#1<no value>",
      })
  void fills(String template, String expected) {
    assertThat(GoTemplate.parse(template).fill(VALUE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ | template: :1: unclosed action",
        "{{.X}} | template: :1:2: executing \"\" at <.X>: can't evaluate field X in type *main.Outer",
        "{{if .ID}} | template: :1: unexpected EOF",
        "{{end}} | template: :1: unexpected {{end}}",
        "{{nosuch .}} | template: :1: function \"nosuch\" not defined",
        "{{/* a | template: :1: unclosed comment",
        "{{break}} | template: :1: {{break}} outside {{range}}",
        "{{range .ID}}{{end}} | template: :1:8: executing \"\" at <.ID>: range can't iterate over abc",
        "{{$x}} | template: :1:2: executing \"\" at <$x>: undefined variable \"$x\"",
      })
  void refuses(String template, String message) {
    assertThatThrownBy(() -> GoTemplate.parse(template).fill(VALUE))
        .isInstanceOf(TemplateException.class)
        .hasMessage(message);
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    assertThatThrownBy(() -> GoTemplate.parse("{{" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}}"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("nesting");
    assertThatThrownBy(() -> GoTemplate.parse("{{if .}}".repeat(100_000)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("nesting");
  }
}
