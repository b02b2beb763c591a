package dev.strake.frontend.instruction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words with which flags and their options choose one of a few values: the values' names in lower case. */
final class Choices {

  private Choices() {}

  /** How a Dockerfile has it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** What is written so. */
  static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
    return Arrays.stream(type.getEnumConstants()).filter(value -> word(value).equals(word)).findFirst();
  }

  /** All words, sorted. */
  static <E extends Enum<E>> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Choices::word).sorted().toList();
  }
}
