package dev.strake.llb.go.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.llb.go.template.GoValue.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GoProtoTextTest {

  private static final GoValue.Struct INNER = GoValue.message("*p.Inner", List.of(Field.optional("A", "a", GoValue.of(1))));

  @Test
  void whatIsEmptyIsLeftOutAndMessagesStandInBraces() {
    GoValue.Struct message =
        GoValue.message(
            "*p.Outer",
            List.of(
                Field.optional("Name", "name", GoValue.of("a \"b\"\n")),
                Field.optional("Empty", "empty", GoValue.of("")),
                Field.optional("Off", "off", GoValue.of(false)),
                Field.optional("Inner", "inner", INNER),
                Field.optional("Bare", "bare", GoValue.message("*p.Bare", List.of())),
                Field.optional("None", "none", GoValue.NIL),
                Field.optional("Many", "many", new GoValue.Slice("[]*p.Inner", List.of(INNER, INNER), false)),
                Field.optional("Texts", "texts", GoValue.texts(Map.of("k", "v"))),
                Field.optional(
                    "Numbers",
                    "numbers",
                    new GoValue.Mapping("map[int64]*p.Inner", new TreeMap<>(Map.of("0", INNER)), false)),
                Field.optional("Bytes", "bytes", new GoValue.Bytes(new byte[] {'x'}))));

    assertThat(GoProtoText.of(message))
        .isEqualTo(
            "name:\"a \\\"b\\\"\\n\"  inner:{a:1}  bare:{}  many:{a:1}  many:{a:1}  texts:{key:\"k\"  value:\"v\"}"
                + "  numbers:{key:0  value:{a:1}}  bytes:\"x\"");
    assertThat(GoFormat.value(new GoValue.Slice("[]*p.Inner", List.of(INNER), false))).isEqualTo("[a:1]");
  }
}
