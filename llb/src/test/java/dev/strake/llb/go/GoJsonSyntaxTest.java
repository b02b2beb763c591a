package dev.strake.llb.go;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoJsonSyntaxTest {

  /** As Go 1.26 prints them. */
  static Stream<Arguments> problems() {
    return Stream.of(
        arguments("", "unexpected end of JSON input"),
        arguments("[x", "invalid character 'x' looking for beginning of value"),
        arguments("[1,]", "invalid character ']' looking for beginning of value"),
        arguments("{\"a\"", "unexpected end of JSON input"),
        arguments("{\"a\" 1}", "invalid character '1' after object key"),
        arguments("{a", "invalid character 'a' looking for beginning of object key string"),
        arguments("{\"a\":1,}", "invalid character '}' looking for beginning of object key string"),
        arguments("{\"a\":1 2}", "invalid character '2' after object key:value pair"),
        arguments("[1 2]", "invalid character '2' after array element"),
        arguments("1 2", "invalid character '2' after top-level value"),
        arguments("-", "invalid character ' ' in numeric literal"),
        arguments("-x", "invalid character 'x' in numeric literal"),
        arguments("01", "invalid character '1' after top-level value"),
        arguments("1.", "invalid character ' ' after decimal point in numeric literal"),
        arguments("1.x", "invalid character 'x' after decimal point in numeric literal"),
        arguments("1e", "invalid character ' ' in exponent of numeric literal"),
        arguments("1e+", "invalid character ' ' in exponent of numeric literal"),
        arguments("tru", "invalid character ' ' in literal true (expecting 'e')"),
        arguments("trux", "invalid character 'x' in literal true (expecting 'e')"),
        arguments("falze", "invalid character 'z' in literal false (expecting 's')"),
        arguments("nul", "invalid character ' ' in literal null (expecting 'l')"),
        arguments("\"a", "unexpected end of JSON input"),
        arguments("\"\\", "invalid character ' ' in string escape code"),
        arguments("\"\\x\"", "invalid character 'x' in string escape code"),
        arguments("\"\\u12", "invalid character ' ' in \\u hexadecimal character escape"),
        arguments("\"\\u12g4\"", "invalid character 'g' in \\u hexadecimal character escape"),
        arguments("\"\n\"", "invalid character '\\n' in string literal"),
        arguments("'", "invalid character '\\'' looking for beginning of value"),
        arguments("[\"a\"\"b\"]", "invalid character '\"' after array element"),
        arguments("\u00e9", "invalid character '\u00c3' looking for beginning of value"),
        arguments("\0", "invalid character '\\x00' looking for beginning of value"),
        arguments("]", "invalid character ']' looking for beginning of value"),
        arguments("[]]", "invalid character ']' after top-level value"),
        arguments("[[],{}", "unexpected end of JSON input"),
        arguments("{}x", "invalid character 'x' after top-level value"),
        arguments("nullx", "invalid character 'x' after top-level value"),
        arguments(" ", "unexpected end of JSON input"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void tellsProblemsInGosWords(String json, String problem) {
    assertThat(GoJsonSyntax.problem(json.getBytes(UTF_8))).hasValue(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "1e5 ", "-0.5E+10", "[]", "{ }", "[[],{}]", "{\"a\":[1,{\"b\":null}], \"\\u00e9\": \"\\n\"}"})
  void takesJson(String json) {
    assertThat(GoJsonSyntax.problem(json.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void depthIsLimitedAsInGo() {
    assertThat(GoJsonSyntax.problem(("[".repeat(10_000) + "]".repeat(10_000)).getBytes(UTF_8))).isEmpty();
    assertThat(GoJsonSyntax.problem("[".repeat(10_001).getBytes(UTF_8)))
        .hasValue("invalid character '[' exceeded max depth");
  }
}
