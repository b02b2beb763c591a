package dev.strake.grammar.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {

  private static final List<String> OPTIONS = List.of("FROM", "COPY", "CMD", "RUN", "Env");

  @ParameterizedTest
  @CsvSource({
    "FORM, FROM", "form, from", "Form, from", "COP, COPY", "COPPYY, COPY", "RUNN, RUN", "EMV, ENV", "RUM, RUN",
    "AD, CMD"
  })
  void near(String word, String expected) {
    assertThat(Suggestions.search(word, OPTIONS, false)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"xxxxx", "COPPPPY", "run", "'', "})
  void nothingNear(String word) {
    assertThat(Suggestions.search(word, OPTIONS, false)).isEmpty();
  }

  @Test
  void caseCountsWhenAsked() {
    assertThat(Suggestions.search("type", List.of("Type", "TYPE"), true)).contains("Type");
    assertThat(Suggestions.search("type", List.of("TYPE"), true)).isEmpty();
  }

  @Test
  void theFirstOfTheNearestIsTaken() {
    assertThat(Suggestions.search("ab", List.of("abcd", "abx", "aby"), true)).contains("abx");
  }

  @Test
  void aWordOfAnyLengthCostsNothing() {
    assertThat(Suggestions.search("x".repeat(10_000_000), OPTIONS, false)).isEmpty();
  }

  @Test
  void behindTheMessage() {
    assertThat(Suggestions.withSuggestion("unknown instruction: FORM", "FORM", OPTIONS, false))
        .isEqualTo("unknown instruction: FORM (did you mean FROM?)");
    assertThat(Suggestions.withSuggestion("unknown instruction: X", "Xxxxx", OPTIONS, false))
        .isEqualTo("unknown instruction: X");
  }
}
