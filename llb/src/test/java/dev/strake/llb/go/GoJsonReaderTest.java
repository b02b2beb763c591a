package dev.strake.llb.go;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.strake.llb.go.GoJsonReader.Token;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoJsonReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,-2.5e3,\"x\",{},[],{\"b\":null}],\"c\":{\"d\":true},\"e\":false}",
        " { \"a\" : [ 1 ,\t-2.5e3 , \"x\" , { } , [ ] ,\r\n{ \"b\" : null } ] , \"c\" : { \"d\" : true } , \"e\" : false } "
      })
  void givesTokensAndTheirTexts(String json) throws IOException {
    assertThat(tokens(json)).containsExactly(
        "OBJECT {", "NAME a", "ARRAY [", "WHOLE 1", "DECIMAL -2.5e3", "STRING x", "OBJECT {", "END_OBJECT }", "ARRAY [",
        "END_ARRAY ]", "OBJECT {", "NAME b", "NULL null", "END_OBJECT }", "END_ARRAY ]", "NAME c", "OBJECT {", "NAME d",
        "TRUE true", "END_OBJECT }", "NAME e", "FALSE false", "END_OBJECT }");
  }

  @Test
  void aScalarIsADocument() throws IOException {
    assertThat(tokens("\"{\"")).containsExactly("STRING {");
    assertThat(tokens(" 7 ")).containsExactly("WHOLE 7");
    assertThat(tokens("[\"a\",\"b\"]")).containsExactly("ARRAY [", "STRING a", "STRING b", "END_ARRAY ]");
  }

  /** As Go 1.26 decodes them; bytes are written as the characters of the same numbers. */
  static Stream<Arguments> texts() {
    return Stream.of(
        arguments("plain", "plain"),
        arguments("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t"),
        arguments("a\\u00e9\\u20AC\\u0000", "a\u00e9\u20ac\0"),
        arguments("\\ud83d\\ude00", "\ud83d\ude00"),
        arguments("\\ud83dx", "\ufffdx"),
        arguments("\\ud83d\\u0041", "\ufffdA"),
        arguments("\\ud83d\\n", "\ufffd\n"),
        arguments("\\ude00\\ud83d", "\ufffd\ufffd"),
        arguments("\u00c3\u00a9\u00e2\u0082\u00ac\u00f0\u009f\u0098\u0080", "\u00e9\u20ac\ud83d\ude00"),
        arguments("\u00ff\u00c3(", "\ufffd\ufffd("),
        arguments("\u00e2\u0082", "\ufffd\ufffd"),
        arguments("\u00ed\u00a0\u0080", "\ufffd\ufffd\ufffd"),
        arguments("\u00c0\u0080\u00e0\u0080\u0080", "\ufffd\ufffd\ufffd\ufffd\ufffd"),
        arguments("\u00f4\u0090\u0080\u0080", "\ufffd\ufffd\ufffd\ufffd"),
        arguments("\u00f0\u0080\u0080\u0080", "\ufffd\ufffd\ufffd\ufffd"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void decodesTextsAsGoDoes(String inside, String text) throws IOException {
    GoJsonReader json = GoJsonReader.of(("{\"" + inside + "\":\"" + inside + "\"}").getBytes(ISO_8859_1));
    assertThat(json.next()).isEqualTo(Token.OBJECT);
    assertThat(json.next()).isEqualTo(Token.NAME);
    assertThat(json.text()).isEqualTo(text);
    assertThat(json.next()).isEqualTo(Token.STRING);
    assertThat(json.text()).isEqualTo(text);
  }

  @Test
  void skipsStructuresOfAnyDepth() throws IOException {
    String deep = "[".repeat(9_000) + "]".repeat(9_000);
    GoJsonReader json = reader("[{\"a\":" + deep + ",\"b\":\"}\"},5]");
    json.next();
    assertThat(json.next()).isEqualTo(Token.OBJECT);
    json.skipValue();
    assertThat(json.current()).isEqualTo(Token.END_OBJECT);
    assertThat(json.next()).isEqualTo(Token.WHOLE);
    json.skipValue();
    assertThat(json.number32()).isEqualTo(5);
    assertThat(json.next()).isEqualTo(Token.END_ARRAY);
    assertThat(json.next()).isEqualTo(Token.END);
    assertThat(json.next()).isEqualTo(Token.END);
  }

  @Test
  void numbersHaveTheirRange() throws IOException {
    assertThat(scalar("-9223372036854775808").number64()).isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> scalar("9223372036854775808").number64())
        .isInstanceOf(IOException.class).hasMessage("not a whole number of 64 bits: 9223372036854775808");
    assertThatThrownBy(() -> scalar("2147483648").number32()).hasMessage("not a whole number of 32 bits: 2147483648");
    assertThatThrownBy(() -> scalar("1.0").number64()).hasMessage("not a whole number of 64 bits: 1.0");
  }

  @Test
  void bytesAreBase64() throws IOException {
    assertThat(scalar("\"aGk=\"").bytes()).isEqualTo("hi".getBytes(UTF_8));
    assertThatThrownBy(() -> scalar("\"a*\"").bytes()).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoJsonIsRefusedAtOnce() {
    assertThatThrownBy(() -> reader("[1,2")).isInstanceOf(IOException.class).hasMessage("unexpected end of JSON input");
  }

  private static GoJsonReader scalar(String json) throws IOException {
    GoJsonReader reader = reader(json);
    assertThat(reader.next().isScalar()).isTrue();
    return reader;
  }

  private static GoJsonReader reader(String json) throws IOException {
    return GoJsonReader.of(json.getBytes(UTF_8));
  }

  private static List<String> tokens(String json) throws IOException {
    GoJsonReader reader = reader(json);
    List<String> tokens = new ArrayList<>();
    while (reader.next() != Token.END) {
      tokens.add(reader.current() + " " + reader.text());
    }
    return tokens;
  }
}
