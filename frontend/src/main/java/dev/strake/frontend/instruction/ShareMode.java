package dev.strake.frontend.instruction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How concurrent builds share a cache mount. */
public enum ShareMode {
  SHARED,
  PRIVATE,
  LOCKED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As written in a Dockerfile. */
  public String word() {
    return word;
  }

  /** What is written so. */
  static Optional<ShareMode> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word.equals(word)).findFirst();
  }
}
