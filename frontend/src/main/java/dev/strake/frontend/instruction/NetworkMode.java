package dev.strake.frontend.instruction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The values of {@code RUN --network}. */
public enum NetworkMode {
  DEFAULT,
  NONE,
  HOST;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As written in a Dockerfile. */
  public String word() {
    return word;
  }

  /** What is written so. */
  static Optional<NetworkMode> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
