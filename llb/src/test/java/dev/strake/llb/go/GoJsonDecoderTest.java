package dev.strake.llb.go;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** As Go 1.26 decodes and words it. */
class GoJsonDecoderTest {

  private static final GoJsonForm TEXT = new GoJsonForm.Text();
  private static final GoJsonForm.Struct FORM =
      new GoJsonForm.Struct(
          "main.Config",
          Map.of(
              "store", TEXT,
              "list", new GoJsonForm.ListOf(TEXT),
              "maps", new GoJsonForm.MapOf(new GoJsonForm.MapOf(TEXT)),
              "auths", new GoJsonForm.MapOf(GoJsonForm.Struct.of("types.Auth", List.of("name", "word"), TEXT))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"store":"s"}                              | {store=s}
          {"store":"s"} x                            | {store=s}
          {"STORE":"s","other":[{"x":1}]}            | {store=s}
          {"ſtore":"s"}                              | {store=s}
          {"store":"a","Store":"b"}                  | {store=b}
          {"store":null,"auths":null}                | {}
          {"list":["a",null,"b"]}                    | {list=[a, , b]}
          {"maps":{"a":{"b":"c"},"d":null}}          | {maps={a={b=c}, d={}}}
          {"auths":{"a":{"Name":"n","word":"w"}}}    | {auths={a={name=n, word=w}}}
          {"auths":{"a":{"name":"n"}},"auths":{"a":{"word":"w"},"b":{}}} | {auths={a={word=w}, b={}}}
          null                                       | {}
          nullx                                      | {}
          {}}                                        | {}
          """)
  void decodes(String text, String fields) throws IOException {
    GoJsonDecoder decoder = GoJsonDecoder.of(FORM);

    assertThat(decoder.decode(text.getBytes(UTF_8))).hasToString(fields);
    assertThat(decoder.problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                                  | {}                 | array into Go value of type main.Config
          "x"                                 | {}                 | string into Go value of type main.Config
          5x                                  | {}                 | number into Go value of type main.Config
          {"auths":[]}                        | {auths={}}         | array into Go struct field Config.auths of type map[string]types.Auth
          {"store":5,"list":["a"]}            | {store=, list=[a]} | number into Go struct field Config.store of type string
          {"list":[1,"a"]}                    | {list=[, a]}       | number into Go struct field Config.list of type string
          {"maps":{"a":{"b":{}}}}             | {maps={a={b=}}}    | object into Go struct field Config.maps of type string
          {"maps":{"a":"b"}}                  | {maps={a={}}}      | string into Go struct field Config.maps of type map[string]string
          {"auths":{"a":7}}                   | {auths={a={}}}     | number into Go struct field Config.auths of type types.Auth
          {"auths":{"a":{"name":true}}}       | {auths={a={name=}}} | bool into Go struct field Auth.auths.name of type string
          {"store":5,"auths":7}               | {store=, auths={}} | number into Go struct field Config.store of type string
          """)
  void tellsWhatIsOfAnotherTypeAndGoesOn(String text, String fields, String problem) throws IOException {
    GoJsonDecoder decoder = GoJsonDecoder.of(FORM);

    assertThat(decoder.decode(text.getBytes(UTF_8))).hasToString(fields);
    assertThat(decoder.problem()).contains("json: cannot unmarshal " + problem);
  }

  @Test
  void aStrictOneKnowsItsFields() throws IOException {
    GoJsonDecoder decoder = GoJsonDecoder.strict(FORM);

    assertThat(decoder.decode("{\"auths\":{\"a\":{\"x\":1}},\"store\":5}".getBytes(UTF_8))).containsKey("auths");
    assertThat(decoder.problem()).contains("json: unknown field \"x\"");
    decoder.decode("{\"store\":\"s\"}".getBytes(UTF_8));
    assertThat(decoder.problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{, unexpected EOF", "{\"a, unexpected EOF", "x, invalid character 'x' looking for beginning of value"})
  void refusesWhatIsNoJson(String text, String problem) {
    assertThatThrownBy(() -> GoJsonDecoder.of(FORM).decode(text.getBytes(UTF_8))).hasMessage(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t"})
  void nothingIsAnEnd(String text) {
    assertThatThrownBy(() -> GoJsonDecoder.of(FORM).decode(text.getBytes(UTF_8))).isInstanceOf(EOFException.class);
  }

  @ParameterizedTest
  @CsvSource({"{} {}, true", "{} x, true", "{}}, false", "{}], false", "{}, false", "'{} \n', false"})
  void thereIsMore(String text, boolean more) throws IOException {
    assertThat(GoJsonReader.hasMore(text.getBytes(UTF_8))).isEqualTo(more);
  }
}
