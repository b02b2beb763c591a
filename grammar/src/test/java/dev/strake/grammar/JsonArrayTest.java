package dev.strake.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strake.grammar.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Go's decoder makes of each text, as a program that calls it has shown. */
class JsonArrayTest {

  private static Optional<JsonArray> read(String text) {
    return JsonArray.isArray(text) ? Optional.of(JsonArray.decode(text, 100)) : Optional.empty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[\"a\",\"b\"]            | a,b",
        "[ \"a\" ,\t\"b\" ]  \t   | a,b",
        "[\"a\\/b\"]              | a/b",
        "[\"\\u00e9\\t\\\"\"]     | é\\t\"",
        "[\"\\ud83d\\ude00\"]     | 😀",
        "[\"\\ud83d\"]            | \uFFFD",
        "[\"\\ud83d\\u0041\"]     | \uFFFDA",
        "[\"\\ude00\\ud83d\"]     | \uFFFD\uFFFD",
        "[\"\u007f é \u00a0\"]    | \u007f é \u00a0",
      })
  void stringsAreDecoded(String text, String expected) {
    String joined = String.join(",", read(text).orElseThrow().elements());
    assertThat(joined).isEqualTo(expected.replace("\\t", "\t"));
  }

  @Test
  void anEmptyArrayIsOne() {
    assertThat(read("[ ]").orElseThrow().elements()).isEmpty();
    assertThat(read("[ ]").orElseThrow().misfit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "x", "{}", "[", "[\"a\"", "[\"a\",]", "[,]", "[\"a\" \"b\"]", "[\"a\"] x", "[\"a\"]]", "['a']",
        "[\"a\\x\"]", "[\"a\\u12g4\"]", "[\"a\\u１２３４\"]", "[\"a\tb\"]", "[\"a", "[01]", "[1.]", "[.5]", "[-]",
        "[1e]", "[tru]", "[nulll]", "[1e999]", "[\"a\", -1e400]", "[[1e999]]", "[{]", "[{\"a\"}]", "[{\"a\":1,}]",
        "[{1:2}]", "[[\"a\"}]", "[\u00a01]", "[\"a\"]\u00a0"
      })
  void otherTextsAreNoArray(String text) {
    assertThat(read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[1]                      | 1 | 2",
        "[\"a\", null, 1]         | 6 | 10",
        "[true]                   | 1 | 5",
        "[-0.5e-3]                | 1 | 8",
        "[1e-999]                 | 1 | 7",
        "[[\"a\", {\"b\": [1,2]}], \"c\"] | 1 | 20",
        "[{ }]                    | 1 | 4",
        "[{\"a\":{\"b\":[]},\"c\":0}] | 1 | 21",
      })
  void whatIsNoStringIsFound(String text, int start, int end) {
    assertThat(read(text).orElseThrow().misfit()).contains(new Span(start, end));
  }

  @Test
  void depthIsLimitedAsInGo() {
    assertThat(read("[".repeat(10_000) + "]".repeat(10_000))).isPresent();
    assertThat(read("[".repeat(10_001) + "]".repeat(10_001))).isEmpty();
    assertThat(read("[".repeat(1_000_000))).isEmpty();
  }

  @Test
  void ofMoreElementsThanTheLimitOneMoreIsKept() {
    assertThat(JsonArray.decode("[\"a\", \"b\", \"c\"]", 1).elements()).isEqualTo(List.of("a", "b"));
  }
}
